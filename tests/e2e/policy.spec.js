import { enter } from "./support/enter.js";
import { expect, test } from "./support/test.js";

const POLICY = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "img-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** Collects what the page's policy refuses from now on. */
async function refusalsOf(page) {
  const refusals = [];
  await page.exposeFunction("refused", (directive) => refusals.push(directive));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => window["refused"](event.effectiveDirective));
  });
  return refusals;
}

test("the page carries a policy that allows the site's own files alone", async ({ page, request }) => {
  const html = await (await request.get("/")).text();
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  for (const [, attributes] of html.matchAll(/<script([^>]*)>/g)) {
    expect(attributes).toMatch(/ src="\.\/|type="application\/json"/);
  }

  await page.goto("/");
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  const directives = (policy ?? "").split(";").map((directive) => /^\s*(\S+)\s+(.*)$/.exec(directive)?.slice(1) ?? []);
  expect(Object.fromEntries(directives)).toEqual(POLICY);
});

test("the policy stops scripts and styles in the page, and requests to others", async ({ page }) => {
  const refusals = await refusalsOf(page);
  await page.goto("/");
  await page.evaluate(async () => {
    const add = (name, text) => document.head.append(Object.assign(document.createElement(name), { textContent: text }));
    add("script", "window.ran = true;");
    add("style", "body { display: none; }");
    document.body.setAttribute("style", "display: none");
    new Image().src = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>";
    await fetch("https://example.com/").catch(() => {});
  });
  const refused = ["connect-src", "img-src", "script-src-elem", "style-src-attr", "style-src-elem"];
  await expect.poll(() => refusals.toSorted()).toEqual(refused);
  expect(await page.evaluate(() => window["ran"])).toBeUndefined();
  await expect(page.locator("body")).toBeVisible();
});

test("nothing that people do runs into the policy", async ({ page, person }) => {
  const refusals = await refusalsOf(page);
  await person.open();
  await person.walkToAliases();

  await person.tab("Code");
  await person.select("$LATEST");
  const editor = person.textbox("Source of lambda_function.py");
  await editor.press("Control+a");
  await editor.pressSequentially("x = 1");
  await expect(editor).toHaveText("x = 1");
  await editor.press("Control+z");
  await expect(editor).toContainText("this is version two.");
  await editor.press("Control+f");
  await expect(page.getByRole("textbox", { name: "Find" })).toBeVisible();
  await person.test();
  const dialog = await person.editAlias("prod");
  await dialog.getByRole("combobox", { name: "Additional version" }).selectOption("2");
  await enter(dialog.getByRole("spinbutton", { name: "Weight" }), 50);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();

  await person.fire("prod", 40);
  const shares = page.getByRole("img", { name: /share/i }).first().locator("svg");
  await shares.hover({ position: { x: 120, y: 20 } });
  // What the pointer is at is told in the drawing.
  await expect(shares.getByText(/^Version \d$/).first()).toBeVisible();

  for (const tab of ["Versions", "Logs", "Configuration"]) {
    await person.tab(tab);
  }
  expect(refusals).toEqual([]);
});
