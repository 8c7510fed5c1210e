import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer, SVGRenderer]);

/**
 * Draws a chart into an element and keeps it the size of the element and the colours of the page.
 *
 * Options are ECharts' own as JSON text, with two additions: a string such as `var(--color-chart-1)` stands for the
 * colour that this registered property has now, and `valueFormatter` is a text in which `{value}` stands for a value.
 * Tooltips are drawn, since the page's policy forbids the styles in what ECharts would otherwise write.
 *
 * @param {HTMLElement} element
 * @param {string} options
 */
export function createChart(element, options) {
  const chart = init(element, null, { renderer: "svg" });
  const draw = () => chart.setOption(JSON.parse(options, reviver(element)), { replaceMerge: ["series"] });
  draw();
  /** @type {number | undefined} */
  let due;

  const sizes = new ResizeObserver(() => chart.resize());
  sizes.observe(element);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", draw);
  const theme = new MutationObserver(draw);
  theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });

  return {
    /**
     * Draws something else, in a task of its own: several charts that change together are not to hold up the page.
     *
     * @param {string} next
     */
    setOptions(next) {
      options = next;
      clearTimeout(due);
      due = setTimeout(draw);
    },
    /** The chart as it is now, as the text of a file. */
    svg() {
      return chart.renderToSVGString();
    },
    /**
     * The chart as it is now, with two points for each of the page's.
     *
     * It is drawn anew rather than from its SVG: a page that may not load pictures can draw them.
     *
     * @returns {Promise<Blob | null>}
     */
    png() {
      const size = { width: chart.getWidth(), height: chart.getHeight() };
      const copy = init(document.createElement("canvas"), null, { renderer: "canvas", devicePixelRatio: 2, ...size });
      copy.setOption(JSON.parse(options, reviver(element)));
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
      scheme.removeEventListener("change", draw);
      theme.disconnect();
      chart.dispose();
    },
  };
}

/**
 * Turns what JSON cannot say into what ECharts takes.
 *
 * @param {HTMLElement} element
 * @returns {(key: string, value: unknown) => unknown}
 */
function reviver(element) {
  const style = getComputedStyle(element);
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
    return property === undefined ? value : style.getPropertyValue(property).trim();
  };
}
