import { strToU8, zipSync } from "fflate";

/** What the module `index` of each code fixture holds; the handler is `index.handler`. @type {Record<string, string>} */
const SOURCES = {
  "@v1": answering("v1"),
  "@v2": answering("v2"),
  "@v3": answering("v3"),
  "@none": `def handler(event, context):
    return None
`,
  "@raise": `def handler(event, context):
    raise Exception("Handler fails")
`,
  "@initraise": `raise Exception("Runtime startup fails")


def handler(event, context):
    return None
`,
  "@exit": `import sys


def handler(event, context):
    sys.exit(0)
`,
  "@sleep": `import time


def handler(event, context):
    time.sleep(event["sleep"])
`,
  "@counter": `counter = 0


def handler(event, context):
    global counter
    before = counter
    counter += 1
    return {"counter": before}
`,
  "@big": `def handler(event, context):
    return "x" * (6 * 1024 * 1024 + 101)
`,
};

/** The bytes of the fixture `@notazip`. */
const NOT_A_ZIP = "These bytes are no zip.";

/** A zip holds local times, so the same wall clock in any zone gives the same bytes. */
const MODIFIED = new Date(2020, 0, 1);

/**
 * Returns a code fixture's bytes, which are the same each time.
 *
 * @param {string} name
 */
export function fixture(name) {
  if (name === "@notazip") return strToU8(NOT_A_ZIP);
  if (!Object.hasOwn(SOURCES, name)) throw new Error(`there is no code fixture ${JSON.stringify(name)}`);
  return zipSync({ "index.py": strToU8(SOURCES[name]) }, { level: 0, mtime: MODIFIED });
}

/** @param {string} code */
function answering(code) {
  return `def handler(event, context):
    return {
        "code": "${code}",
        "version": context.function_version,
        "arn": context.invoked_function_arn,
    }
`;
}
