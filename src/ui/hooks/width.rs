use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, window};
use yew::prelude::*;

/// The width of A4 within usual margins, in pixels of a page that is printed.
const PAPER: f64 = 680.0;

/// The width of an element's content in pixels, as it changes; on paper that of the paper.
///
/// Before there is an element it is that of the window, so that what depends on it has about the right size at once.
#[hook]
pub fn use_width(node: &NodeRef) -> f64 {
    let width = use_state_eq(|| {
        let width = window().and_then(|window| window.inner_width().ok());
        width.and_then(|width| width.as_f64()).unwrap_or_default()
    });
    use_effect_with(node.clone(), {
        let setter = width.setter();
        move |node| {
            let element = node.cast::<Element>();
            let measure = {
                let (element, setter) = (element.clone(), setter.clone());
                move || {
                    if let Some(element) = &element {
                        setter.set(element.client_width().into());
                    }
                }
            };
            measure();
            let changed = Closure::<dyn Fn()>::new(measure);
            let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(element)) = (&observer, &element) {
                observer.observe(element);
            }
            let printing = Closure::<dyn Fn()>::new(move || setter.set(PAPER));
            let listeners = [("beforeprint", printing), ("afterprint", changed)];
            let window = window();
            for (event, listener) in &listeners {
                if let Some(window) = &window {
                    let listener = listener.as_ref().unchecked_ref();
                    let _ = window.add_event_listener_with_callback(event, listener);
                }
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                for (event, listener) in &listeners {
                    if let Some(window) = &window {
                        let listener = listener.as_ref().unchecked_ref();
                        let _ = window.remove_event_listener_with_callback(event, listener);
                    }
                }
            }
        }
    });
    *width
}
