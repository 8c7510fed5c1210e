import { readFile } from "node:fs/promises";

/**
 * What an act has the browser save as a file.
 *
 * @param {import("@playwright/test").Page} page
 * @param {() => Promise<void>} act
 */
export async function downloaded(page, act) {
  if (page.context().browser()?.browserType().name() === "firefox") return handedOver(page, act);
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/**
 * What the page hands over to be saved: Playwright takes no notice when Firefox saves what the page has made.
 *
 * @param {import("@playwright/test").Page} page
 * @param {() => Promise<void>} act
 */
async function handedOver(page, act) {
  const made = page.evaluate(
    () =>
      new Promise((resolve) => {
        const { createObjectURL } = URL;
        /** @type {Blob} */
        let blob;
        URL.createObjectURL = (made) => createObjectURL((blob = /** @type {Blob} */ (made)));
        HTMLAnchorElement.prototype.click = async function () {
          URL.createObjectURL = createObjectURL;
          Reflect.deleteProperty(HTMLAnchorElement.prototype, "click");
          resolve({ file: this.download, bytes: [...new Uint8Array(await blob.arrayBuffer())] });
        };
      }),
  );
  await act();
  const { file, bytes } = await made;
  return { file, bytes: Buffer.from(bytes) };
}
