import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer, SVGRenderer]);

/** How many times as long as its latest drawing took a chart rests before it is drawn again. */
const REST = 20;

/** Milliseconds before a drawing, so that what led to it is on the screen first. */
const LEAD = 50;

/** Milliseconds without a change after which a chart is drawn that is out of sight. */
const CALM = 500;

/**
 * Draws a chart into an element and keeps it the size of the element and the colours of the page.
 *
 * Each drawing is a task of its own, and the slower the machine, the rarer they are: several charts that change
 * together, again and again, are not to hold up the page. Out of sight a chart waits until nothing changes any more.
 *
 * Options are ECharts' own as JSON text, asked for when they are drawn, with two additions: a string such as
 * `var(--color-chart-1)` stands for the colour that this registered property has now, and `valueFormatter` is a text in
 * which `{value}` stands for a value.
 * Tooltips are drawn, since the page's policy forbids the styles in what ECharts would otherwise write.
 *
 * @param {HTMLElement} element
 * @param {() => string} options
 */
export function createChart(element, options) {
  /** @type {import("echarts/core").ECharts | undefined} */
  let chart;
  /** @type {number | undefined} */
  let due;
  let rested = 0;
  let isInSight = false;

  /** With a view box, paper can have the chart in another size. */
  const setViewBox = () => {
    const box = `0 0 ${chart?.getWidth()} ${chart?.getHeight()}`;
    element.querySelector("svg")?.setAttribute("viewBox", box);
  };
  const draw = () => {
    clearTimeout(due);
    due = undefined;
    const begin = performance.now();
    chart ??= init(element, null, { renderer: "svg" });
    chart.setOption(JSON.parse(options(), reviver(element)), { replaceMerge: ["series"] });
    setViewBox();
    const end = performance.now();
    rested = end + REST * (end - begin);
    return chart;
  };
  const drawSoon = () => {
    if (isInSight) {
      due ??= setTimeout(draw, Math.max(LEAD, rested - performance.now()));
    } else {
      clearTimeout(due);
      due = setTimeout(draw, CALM);
    }
  };
  /** The chart as it is to be now, whether or not its drawing has come yet. */
  const drawn = () => (chart === undefined || due !== undefined ? draw() : chart);
  drawSoon();

  const sizes = new ResizeObserver(() => {
    chart?.resize();
    setViewBox();
  });
  sizes.observe(element);
  const sight = new IntersectionObserver((entries) => {
    isInSight = entries.some((entry) => entry.isIntersecting);
    if (!isInSight || due === undefined) return;
    clearTimeout(due);
    due = undefined;
    drawSoon();
  });
  sight.observe(element);
  const schemes = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));
  schemes.forEach((scheme) => scheme.addEventListener("change", draw));
  const theme = new MutationObserver(draw);
  theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });

  const print = () => drawInLight(draw);
  addEventListener("beforeprint", print);
  addEventListener("afterprint", draw);

  return {
    /** Takes note that there are other options. */
    change() {
      drawSoon();
    },
    /** The chart as it is now, as the text of a file. */
    svg() {
      return drawn().renderToSVGString();
    },
    /**
     * The chart as it is now, with two points for each of the page's.
     *
     * It is drawn anew rather than from its SVG: a page that may not load pictures can draw them.
     *
     * @returns {Promise<Blob | null>}
     */
    png() {
      const chart = drawn();
      const size = { width: chart.getWidth(), height: chart.getHeight() };
      const copy = init(document.createElement("canvas"), null, { renderer: "canvas", devicePixelRatio: 2, ...size });
      copy.setOption(JSON.parse(options(), reviver(element)));
      const canvas = copy.renderToCanvas();
      return new Promise((resolve) => {
        canvas.toBlob((blob) => {
          copy.dispose();
          resolve(blob);
        });
      });
    },
    destroy() {
      clearTimeout(due);
      sizes.disconnect();
      sight.disconnect();
      schemes.forEach((scheme) => scheme.removeEventListener("change", draw));
      removeEventListener("beforeprint", print);
      removeEventListener("afterprint", draw);
      theme.disconnect();
      chart?.dispose();
    },
  };
}

/**
 * Draws for paper, which is light whatever the page is: its styles do not hold yet when a page is told to get ready.
 *
 * @param {() => void} draw
 */
function drawInLight(draw) {
  const { style } = document.documentElement;
  style.colorScheme = "light";
  draw();
  style.colorScheme = "";
}

/**
 * Turns what JSON cannot say into what ECharts takes.
 *
 * @param {HTMLElement} element
 * @returns {(key: string, value: unknown) => unknown}
 */
function reviver(element) {
  const style = getComputedStyle(element);
  /** @type {Map<string, string>} */
  const colors = new Map();
  return (key, value) => {
    if (key === "tooltip") {
      return { ...(/** @type {object} */ (value)), renderMode: "richText" };
    }
    if (typeof value !== "string") {
      return value;
    }
    if (key === "valueFormatter") {
      return (/** @type {unknown} */ shown) => value.replace("{value}", String(shown));
    }
    const property = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
    if (property === undefined) {
      return value;
    }
    const color = colors.get(property) ?? style.getPropertyValue(property).trim();
    colors.set(property, color);
    return color;
  };
}
