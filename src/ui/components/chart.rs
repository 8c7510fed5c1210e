use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlElement};
use yew::prelude::*;

use crate::ui::hooks::use_module;

/// A chart that is on the page, for whoever wants its picture; a cheap handle.
#[derive(Clone, Default)]
pub struct ChartPicture(Rc<RefCell<Option<Drawn>>>);

/// A chart on the page, and what it asks for its options.
struct Drawn {
    handle: ChartHandle,
    _options: Closure<dyn Fn() -> String>,
}

/// The calling component's own picture of a chart, the same at every render.
#[hook]
pub fn use_chart_picture() -> ChartPicture {
    (*use_memo((), |()| ChartPicture::default())).clone()
}

impl ChartPicture {
    /// The chart as the text of an SVG file, once it is drawn.
    #[must_use]
    pub fn svg(&self) -> Option<String> {
        self.0.borrow().as_ref().map(|drawn| drawn.handle.svg())
    }

    /// The chart as a PNG file, once it is drawn.
    pub async fn png(&self) -> Option<Blob> {
        let drawn = self.0.borrow().as_ref().map(|drawn| drawn.handle.png())?;
        JsFuture::from(drawn).await.ok()?.dyn_into().ok()
    }
}

impl PartialEq for ChartPicture {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
pub struct ChartProps {
    /// What the chart shows, in words.
    pub label: AttrValue,
    /// Gives the options of `echarts` as JSON text, with what `src/js/charts.js` adds to them; asked for each drawing,
    /// of which there are fewer than changes.
    pub options: Callback<(), String>,
    #[prop_or_default]
    pub class: Classes,
    /// Gets the chart while it is on the page.
    pub picture: ChartPicture,
}

/// A chart, drawn as soon as the library is loaded; its size is up to the style sheet.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let node = use_node_ref();
    let module = use_module("charts");
    let chart = Rc::clone(&props.picture.0);
    let latest = use_mut_ref(|| props.options.clone());
    {
        let (chart, node, latest) = (chart.clone(), node.clone(), latest.clone());
        use_effect_with(module, move |module| {
            if let (Some(module), Some(element)) = (module, node.cast::<HtmlElement>()) {
                let module: &ChartsModule = module.unchecked_ref();
                let options = Closure::<dyn Fn() -> String>::new(move || {
                    let options = latest.borrow().clone();
                    options.emit(())
                });
                chart.replace(Some(Drawn {
                    handle: module.create_chart(&element, &options),
                    _options: options,
                }));
            }
            move || {
                if let Some(chart) = chart.take() {
                    chart.handle.destroy();
                }
            }
        });
    }
    use_effect_with(props.options.clone(), move |options| {
        latest.replace(options.clone());
        if let Some(chart) = &*chart.borrow() {
            chart.handle.change();
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
    fn create_chart(
        this: &ChartsModule,
        element: &HtmlElement,
        options: &Closure<dyn Fn() -> String>,
    ) -> ChartHandle;

    type ChartHandle;
    #[wasm_bindgen(method)]
    fn change(this: &ChartHandle);
    #[wasm_bindgen(method)]
    fn svg(this: &ChartHandle) -> String;
    #[wasm_bindgen(method)]
    fn png(this: &ChartHandle) -> Promise;
    #[wasm_bindgen(method)]
    fn destroy(this: &ChartHandle);
}
