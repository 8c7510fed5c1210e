import { address, assets } from "./load.js";

/**
 * A worker that loads Python for the page, begun before the page's own program has come.
 *
 * @typedef {object} Loader
 * @property {Worker} worker
 * @property {unknown[]} said the messages that nobody has heard
 */

/** Whether the browser has kept the site, so that nothing comes over the network: its service worker answers then. */
const isKept = Boolean(navigator.serviceWorker?.controller);

let loader = isKept ? begin() : null;

/** Hands the loader over, to the first who asks. */
export function takeLoader() {
  const taken = loader;
  loader = null;
  return taken;
}

/** @returns {Loader | null} */
function begin() {
  const { worker: script, guest } = assets();
  if (script === undefined || guest === undefined) {
    return null;
  }
  const worker = new Worker(address(script), { type: "module" });
  /** @type {unknown[]} */
  const said = [];
  worker.onmessage = ({ data }) => said.push(data);
  worker.onerror = (event) => {
    event.preventDefault();
    said.push({ type: "failed", reason: event.message });
  };
  // What has been kept is there before anybody could read how far it is.
  worker.postMessage({ type: "load", url: address(guest), tellsProgress: false });
  return { worker, said };
}
