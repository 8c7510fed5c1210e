use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::ui::hooks::use_module;

#[derive(Properties, PartialEq)]
pub struct ChartProps {
    /// What the chart shows, in words.
    pub label: AttrValue,
    /// Options of `echarts` as JSON text, with what `src/js/charts.js` adds to them.
    pub options: AttrValue,
    #[prop_or_default]
    pub class: Classes,
}

/// A chart, drawn as soon as the library is loaded; its size is up to the style sheet.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let node = use_node_ref();
    let module = use_module("charts");
    let chart = use_mut_ref(|| None::<ChartHandle>);
    {
        let chart = chart.clone();
        let node = node.clone();
        let options = props.options.clone();
        use_effect_with(module, move |module| {
            if let (Some(module), Some(element)) = (module, node.cast::<HtmlElement>()) {
                let module: &ChartsModule = module.unchecked_ref();
                chart.replace(Some(module.create_chart(&element, &options)));
            }
            move || {
                if let Some(chart) = chart.take() {
                    chart.destroy();
                }
            }
        });
    }
    use_effect_with(props.options.clone(), move |options| {
        if let Some(chart) = &*chart.borrow() {
            chart.set_options(options);
        }
    });
    html! {
        <div class={classes!("chart", props.class.clone())} role="img" aria-label={&props.label}>
            <div class="chart__canvas" ref={node} />
        </div>
    }
}

#[wasm_bindgen]
extern "C" {
    /// `src/js/charts.js`.
    type ChartsModule;
    #[wasm_bindgen(method, js_name = createChart)]
    fn create_chart(this: &ChartsModule, element: &HtmlElement, options: &str) -> ChartHandle;

    type ChartHandle;
    #[wasm_bindgen(method, js_name = setOptions)]
    fn set_options(this: &ChartHandle, options: &str);
    #[wasm_bindgen(method)]
    fn destroy(this: &ChartHandle);
}
