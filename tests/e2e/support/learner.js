import { expect } from "@playwright/test";
import { enter } from "./enter.js";

/** A person in the lesson panel. */
export class Learner {
  /** @param {import("@playwright/test").Page} page */
  constructor(page) {
    this.page = page;
    this.panel = page.getByRole("complementary");
  }

  button(name) {
    return this.panel.getByRole("button", { name });
  }

  get currentStep() {
    return this.panel.locator("[aria-current=step]");
  }

  stepNamed(title) {
    return this.panel.getByRole("listitem").filter({ hasText: title });
  }

  /** Opens the panel as somebody who has just arrived. */
  async start() {
    await this.page.getByRole("button", { name: "Start the tutorial" }).click();
    await expect(this.panel).toBeVisible();
  }

  /** Waits until a step is the current one. */
  async at(title) {
    await expect(this.currentStep.getByRole("heading", { name: title })).toBeVisible();
  }

  /** Waits until something that commonly goes wrong has been named. */
  async warned() {
    await expect(this.panel.locator(".lesson__slip")).toBeVisible();
  }

  /** The titles of all lessons. */
  async lessons() {
    return this.panel.getByRole("combobox", { name: "Lesson" }).locator("option").allTextContents();
  }

  async open(title) {
    await this.panel.getByRole("combobox", { name: "Lesson" }).selectOption(title);
    const name = title.replace(/^\d+\. /, "");
    await expect(this.panel.getByRole("heading", { level: 2, name })).toBeVisible();
  }

  /** Waits for the end of the lesson, and begins the next one. */
  async next(title) {
    await this.button("Begin the next lesson").click();
    await expect(this.panel.getByRole("heading", { level: 2, name: title })).toBeVisible();
  }

  /** Has the lesson's function made, if there is none that is fit for it. */
  async setUp() {
    const make = this.button("Make the function");
    await expect(make.or(this.currentStep)).toBeVisible();
    if (await make.isVisible()) await make.click();
    await expect(this.currentStep).toBeVisible();
  }

  /** Does something for each step until the lesson is over. */
  async walk(act) {
    const over = this.button("Start this lesson over");
    for (let acts = 0; acts < 40; acts += 1) {
      await expect(over.or(this.currentStep).first()).toBeVisible();
      if (await over.isVisible()) return;
      await act(await this.currentStep.getByRole("heading").innerText());
      // What was done is ticked a moment after it is over.
      await this.page.waitForTimeout(200);
    }
    throw new Error(`the lesson stays at ${await this.currentStep.innerText()}`);
  }

  /** Guesses, if the current step asks for it. */
  async guess(least, most) {
    const form = this.panel.getByRole("spinbutton", { name: "At least" });
    if (!(await form.isVisible())) return false;
    await enter(form, least);
    await enter(this.panel.getByRole("spinbutton", { name: "At most" }), most);
    await this.button("This is my guess").click();
    return true;
  }

  /** Has the next deed of the current step shown, and waits until it is done. */
  async showMe() {
    const show = this.button("Show me");
    // What was done before may be ticked just now, so that there is nothing to show any more.
    await show.click({ timeout: 5_000 }).catch(() => {});
    await expect(show.and(this.panel.locator("[aria-disabled=true]"))).toHaveCount(0);
  }

  /** Moves focus with Shift and the Tab key to a control of a name. */
  back(name, role) {
    return this.reach(name, role, "Shift+Tab");
  }

  /** Moves focus with the Tab key to a control of a name, which is not before where it is: past the end is the browser. */
  async reach(name, role, key = "Tab") {
    for (let presses = 0; presses < 80; presses += 1) {
      const at = await this.page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const labels = element.getAttribute("aria-labelledby");
        const label = labels && document.getElementById(labels)?.textContent;
        const own = "labels" in element && element.labels?.[0]?.textContent;
        return {
          name: (element.getAttribute("aria-label") ?? label ?? (own || element.textContent) ?? "").trim(),
          role: element.getAttribute("role") ?? element.localName,
          indents: element instanceof HTMLElement && element.isContentEditable,
        };
      });
      if (at?.name === name && (!role || at.role === role)) return;
      // Tab indents in the editor, but soon after Escape.
      if (at?.indents) await this.page.keyboard.press("Escape");
      await this.page.keyboard.press(key);
    }
    throw new Error(`${key} does not lead to ${name}`);
  }
}
