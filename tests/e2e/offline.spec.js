import { readFileSync } from "node:fs";
import { siteServer } from "./support/site.js";
import { handlerReturning, Person } from "./support/playground.js";
import { expect, skipInFirefox, test } from "./support/test.js";

/** The built page, as the whole suite has it. */
const FOLDER = process.env.DIST ?? "../dist";

/** A folder of a host that is not the machine somebody works on, as far as the browser knows. */
const BASE = "/teaching/lambda/";
const HOST = "playground.localhost";

/** A static host that can be switched off, and that can be given another build of the site. */
class Host {
  constructor() {
    /** @type {Record<string, string>} */
    this.replaced = {};
    this.server = siteServer(FOLDER, { base: BASE, replaced: (name) => this.replaced[name] });
  }

  /** Starts it, and gives the site's address. */
  async start() {
    await new Promise((resolve) => this.server.listen(0, "127.0.0.1", () => resolve(undefined)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (this.server.address());
    return `http://${HOST}:${port}${BASE}`;
  }

  async stop() {
    if (!this.server.listening) return;
    const stopped = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await stopped;
  }

  /** Puts a build in place whose page has another description. */
  deploy(id, description) {
    const read = (name) => readFileSync(`${FOLDER}/${name}`, "utf8");
    const page = read("index.html");
    const old = /"build":"(\w+)"/.exec(page)?.[1] ?? "none";
    this.replaced["index.html"] = page.replace(old, id).replace("</title>", `</title><meta name="edition" content="${description}">`);
    this.replaced["service-worker.js"] = read("service-worker.js").replace(old, id);
  }
}

/** Waits until everything is kept and the page gets it from there. */
async function waitUntilKept(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** The builds of the site that the browser keeps. */
function buildsOf(page) {
  return page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").at(-1)));
}

/** @type {Host} */
let host;
/** @type {string} */
let site;

test.beforeEach(async () => {
  host = new Host();
  site = await host.start();
});

test.afterEach(() => host.stop());

test("after one visit everything works without a network, Python included", async ({ page }) => {
  const person = new Person(page);
  await person.open(site);
  await waitUntilKept(page);
  await host.stop();

  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await person.createFunction("lambda-version-demo");
  await person.deploy(handlerReturning("this is version one."));
  await person.test();
  await expect(person.result).toContainText("this is version one.");
  // Of the standard library, what few handlers import comes on its own.
  await person.deploy(`import csv\n\n\ndef lambda_handler(event, context):\n    return next(csv.reader(["one;two"], delimiter=";"))\n`);
  await person.test();
  await expect(person.result).toContainText("two");
  await person.fire("$LATEST", 20);
  await expect(page.getByRole("region", { name: "Split plot" }).locator("svg").first()).toBeVisible();
});

test("another build is offered, and comes when it is asked for", async ({ page }) => {
  const person = new Person(page);
  const edition = page.locator("meta[name=edition]");
  const offer = page.getByText("A new version of the page is ready.");
  await person.open(site);
  await waitUntilKept(page);
  host.deploy("second", "second");

  // The page goes on as it is, however often it is opened.
  await page.reload();
  await expect(offer).toBeVisible();
  await expect(edition).toHaveCount(0);
  await person.createFunction("lambda-version-demo");
  await page.reload();
  await expect(offer).toBeVisible();
  await expect(edition).toHaveCount(0);
  expect(await buildsOf(page)).toHaveLength(2);

  await page.getByRole("button", { name: "Reload" }).click();
  await expect(edition).toHaveAttribute("content", "second");
  await expect(page.getByRole("heading", { level: 1, name: "lambda-version-demo" })).toBeVisible();
  await expect.poll(() => buildsOf(page)).toEqual(["second"]);
  await expect(offer).toHaveCount(0);

  await host.stop();
  await page.reload();
  await expect(edition).toHaveAttribute("content", "second");
  await person.test();});

test("a window that still shows the build before goes on with its files, and is offered the new one", async ({ context, page }) => {
  const other = await context.newPage();
  await new Person(other).open(site);
  await new Person(page).open(site);
  await Promise.all([waitUntilKept(page), waitUntilKept(other)]);
  host.deploy("second", "second");
  await page.reload();
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.locator("meta[name=edition]")).toHaveAttribute("content", "second");

  await expect(other.getByText("A new version of the page is ready.")).toBeVisible();
  expect(await buildsOf(other)).toHaveLength(2);
  await other.getByRole("button", { name: "Reload" }).click();
  await expect(other.locator("meta[name=edition]")).toHaveAttribute("content", "second");
});

test("where the site is worked on, a reload shows what is served", async ({ page }) => {
  const local = new URL(site);
  local.hostname = "127.0.0.1";
  const person = new Person(page);
  await person.open(local.href);
  await waitUntilKept(page);
  host.deploy("second", "second");
  await page.reload();
  await expect(page.locator("meta[name=edition]")).toHaveAttribute("content", "second");
  await expect.poll(() => buildsOf(page)).toEqual(["second"]);
  await expect(page.getByText("A new version of the page is ready.")).toHaveCount(0);
});

test("the page can be installed", async ({ page }) => {
  skipInFirefox("Only Chromium tells what it reads in the manifest");
  await page.goto(site);
  await waitUntilKept(page);
  const session = await page.context().newCDPSession(page);
  const { errors, url } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(url).toBe(`${site}manifest.webmanifest`);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  const incognito = ["in-incognito"];
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => !incognito.includes(id))).toEqual([]);
});
