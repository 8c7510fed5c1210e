import { expect } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { enter } from "./enter.js";

/** The function that the screens are about. */
export const NAME = "lambda-version-demo";

const ROLE = "arn:aws:iam::123456789012:role/lambda-version-demo";

/**
 * The screens of the page in the middle of a release: two versions, three aliases, and half of `prod` on version 2.
 * Each is opened by itself, whatever was open before.
 */
export class Screens {
  /** @param {import("@playwright/test").Page} page */
  constructor(page) {
    this.page = page;
  }

  /** Opens an empty playground with a seed. */
  async empty() {
    await this.functions();
    await this.page.evaluate(() => lambda?.reset({ seed: "7f3a" }));
    await expect(this.button("Start the tutorial")).toBeVisible();
  }

  /** Makes the release. */
  async release() {
    await this.send("POST", "", {
      FunctionName: NAME,
      Runtime: "python3.8",
      Handler: "lambda_function.lambda_handler",
      Role: ROLE,
      Code: { ZipFile: codeReturning("this is version one.") },
    });
    await this.send("POST", `/${NAME}/versions`, { Description: "first try" });
    await this.send("PUT", `/${NAME}/code`, { ZipFile: codeReturning("this is version two.") });
    await this.send("POST", `/${NAME}/versions`, { Description: "second try" });
    await this.send("POST", `/${NAME}/aliases`, { Name: "dev", FunctionVersion: "$LATEST" });
    await this.send("POST", `/${NAME}/aliases`, { Name: "test", FunctionVersion: "2" });
    await this.send("POST", `/${NAME}/aliases`, { Name: "prod", FunctionVersion: "1" });
    await this.send("PUT", `/${NAME}/aliases/prod`, { RoutingConfig: { AdditionalVersionWeights: { 2: 0.5 } } });
  }

  /**
   * Sends a request of the API.
   *
   * @param {string} method
   * @param {string} path below `/2015-03-31/functions`
   * @param {unknown} body
   */
  async send(method, path, body) {
    const status = await this.page.evaluate(
      async ([method, path, body]) => {
        const request = new Request(`/2015-03-31/functions${path}`, { method, body });
        return (await lambda?.fetch(request))?.status;
      },
      /** @type {const} */ ([method, path, JSON.stringify(body)]),
    );
    expect(status, `${method} ${path}`).toBeLessThan(300);
  }

  /** @param {string} name */
  button(name) {
    return this.page.getByRole("button", { name, exact: true }).first();
  }

  /** @param {string} name */
  async heading(name) {
    await expect(this.page.getByRole("heading", { level: 1, name })).toBeVisible();
  }

  /** Opens a page by its address. @param {string} route @param {string} heading */
  async open(route, heading) {
    await this.page.goto(`./#${route}`);
    await this.heading(heading);
  }

  async functions() {
    await this.open("/", "Functions");
  }

  /** Opens a tab of the function, with a qualifier. @param {string} tab @param {string} qualifier */
  async tab(tab, qualifier = "prod") {
    await this.open(`/functions/${NAME}/${tab.toLowerCase()}?qualifier=${encodeURIComponent(qualifier)}`, NAME);
    await expect(this.page.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true");
    if (tab === "Code") await expect(this.page.locator(".cm-content")).toBeVisible();
  }

  /** Tests what is selected. */
  async test() {
    await this.tab("Test");
    await this.button("Test").click();
    await expect(this.page.getByRole("region", { name: "Execution result" })).toContainText("succeeded");
  }

  /** Fires invocations at `prod`. @param {number} count */
  async fire(count) {
    await this.tab("Traffic");
    await this.page.getByRole("combobox", { name: "Send to" }).selectOption("prod");
    await enter(this.page.getByRole("spinbutton", { name: "Number of invocations" }), count);
    await this.button("Fire").click();
    const told = `${count.toLocaleString("en")} invocations through prod`;
    await expect(this.page.getByText(told)).not.toContainText("under way", { timeout: 60_000 });
    const errors = this.page.getByRole("table", { name: "Split by version" }).locator("tbody tr > :nth-child(7)");
    await expect(errors).toHaveText(["0", "0"]);
    await expect(this.page.locator(".map__mark")).toHaveCount(0);
  }

  /** Opens the comparison of the two versions. */
  async comparison() {
    await this.open(`/functions/${NAME}/versions/1/2`, NAME);
    await expect(this.page.getByRole("group", { name: "Lines of lambda_function.py" })).toBeVisible();
  }

  /** Opens the dialog that edits `prod`. */
  async aliasDialog() {
    await this.tab("Aliases");
    const row = this.page.getByRole("table", { name: "Aliases" }).getByRole("row").filter({ hasText: "prod" });
    await row.getByRole("button", { name: "Edit" }).click();
    await expect(this.page.getByRole("dialog", { name: "Edit alias" })).toBeVisible();
  }

  /** Opens a lesson beside the page. @param {number} number */
  async lesson(number) {
    await this.open("/learn", "Lessons");
    await this.button(`Open lesson ${number}`).click();
    await expect(this.page.getByRole("complementary")).toBeVisible();
  }

  async history() {
    await this.open("/history", "History");
  }

  /**
   * Opens every screen, and looks at it.
   *
   * @param {(screen: string) => Promise<void>} look
   */
  async visit(look) {
    /** @param {string} name */
    const dialog = async (name) => {
      await expect(this.page.getByRole("dialog")).toBeVisible();
      await look(`dialog ${name}`);
      await this.page.keyboard.press("Escape");
    };
    await this.empty();
    await look("no functions");
    await this.button("Create function").click();
    await dialog("Create function");
    await this.release();
    await this.functions();
    await look("functions");
    await this.fire(100);
    await this.test();
    for (const tab of ["Code", "Test", "Versions", "Aliases", "Traffic", "Logs", "Configuration"]) {
      await this.tab(tab);
      await look(`tab ${tab}`);
    }
    await this.comparison();
    await look("two versions compared");
    await this.button("Restore version 1").click();
    await dialog("Restore version 1");
    await this.aliasDialog();
    await dialog("Edit alias");
    await this.button("Promote prod").click();
    await dialog("Promote");
    for (const name of ["Share", "Settings"]) {
      await this.button(name).click();
      await dialog(name);
    }
    await this.tab("Configuration", "$LATEST");
    await this.button("Edit configuration").click();
    await dialog("Edit configuration");
    await this.button("Actions").click();
    await look("menu Actions");
    await this.history();
    await look("history");
    await this.page.getByRole("main").getByRole("button", { name: "Go to step 4", exact: true }).click();
    await look("an earlier state");
    await this.button("Return to now").click();
    await this.lesson(6);
    await this.button("Make the function").click();
    await this.button("Hint").click();
    await look("a lesson");
    await this.button("Skip").click();
    await this.open("/learn", "Lessons");
    await look("all lessons");
    await this.button("Hide the lesson").click();
    await this.page.goto("./#/learn/canary?seed=7f3a&start=lesson&locked=yes");
    await expect(this.button("Begin")).toBeVisible();
    await look("a teacher's link");
    await this.open("/differences", "Differences from AWS");
    await look("differences from AWS");
    await this.open("/nowhere", "not found");
    await look("no such page");
  }
}

/** A deployment package in base64. @param {string} text what its handler returns */
function codeReturning(text) {
  const source = `def lambda_handler(event, context):\n    return "${text}"\n`;
  return Buffer.from(zipSync({ "lambda_function.py": strToU8(source) })).toString("base64");
}
