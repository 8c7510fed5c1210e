/**
 * Loads one of the page's own modules, by the name it has in the page's list of assets.
 *
 * @param {string} name
 * @returns {Promise<unknown>}
 */
export async function load(name) {
  const file = assets()[name];
  if (file === undefined) {
    throw new Error(`The page has no asset called ${name}.`);
  }
  return import(address(file));
}

/**
 * Where a file of the site is, whoever asks for it.
 *
 * @param {string} file
 */
export function address(file) {
  return new URL(file, document.baseURI).href;
}

/**
 * What the page was told when the site was put together: the names of its assets, and as `build` which one it is.
 *
 * @returns {Record<string, string | undefined>}
 */
export function assets() {
  return JSON.parse(document.getElementById("assets")?.textContent ?? "{}");
}
