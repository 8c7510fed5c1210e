use std::cell::Cell;
use std::ops::Deref;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Playground, Urgency, now};

/// How often invocations are shown while many are answered.
const PERIOD: u32 = 150;

/// The longest that a timer can wait, in milliseconds.
const LONGEST: i128 = i32::MAX as i128 - 1;

/// The playground as a component sees it: equal as long as nothing has changed.
#[derive(Clone, PartialEq)]
pub struct UsePlayground {
    playground: Playground,
    revision: u64,
}

#[derive(Properties, PartialEq)]
pub struct PlaygroundProviderProps {
    pub playground: Playground,
    pub children: Html,
}

/// Shows its children again whenever the playground has changed.
#[component]
pub fn PlaygroundProvider(props: &PlaygroundProviderProps) -> Html {
    let revision = use_state(|| 0);
    use_effect_with(props.playground.clone(), {
        let setter = revision.setter();
        move |playground| {
            let count = Rc::new(Cell::new(0_u64));
            let waiting = Rc::new(Cell::new(false));
            let show = Rc::new(move || {
                count.set(count.get() + 1);
                setter.set(count.get());
            });
            let listener = move |urgency: Urgency| match urgency {
                Urgency::Now => show(),
                Urgency::Soon => {
                    if !waiting.replace(true) {
                        let (show, waiting) = (Rc::clone(&show), Rc::clone(&waiting));
                        spawn_local(async move {
                            TimeoutFuture::new(PERIOD).await;
                            waiting.set(false);
                            show();
                        });
                    }
                }
            };
            playground.0.listener.replace(Some(Rc::new(listener)));
            let playground = playground.clone();
            move || {
                playground.0.listener.take();
            }
        }
    });
    use_transitions(&props.playground, *revision);
    let context = UsePlayground {
        playground: props.playground.clone(),
        revision: *revision,
    };
    html! {
        <ContextProvider<UsePlayground> {context}>{ props.children.clone() }</ContextProvider<UsePlayground>>
    }
}

/// Shows the page again when time has brought the next transition.
#[hook]
fn use_transitions(playground: &Playground, revision: u64) {
    let due = playground.next_transition();
    // Environments may have come to be needed, or not to be any more.
    use_effect_with(due, {
        let playground = playground.clone();
        move |_| playground.update_environments()
    });
    let playground = playground.clone();
    // A timer may end a little early, or much too early where the wait is longer than timers can be: then the page is
    // shown as it was, and that sets the next one.
    use_effect_with((due, revision), move |(due, _)| {
        let wait = due.map(|due| due.duration_since(now()).as_millis().clamp(0, LONGEST) + 1);
        let timer = wait
            .and_then(|wait| u32::try_from(wait).ok())
            .map(|wait| Timeout::new(wait, move || playground.changed(Urgency::Now)));
        move || drop(timer)
    });
}

/// The playground; the component is shown again whenever it has changed.
///
/// # Panics
///
/// Outside a [`PlaygroundProvider`].
#[hook]
pub fn use_playground() -> UsePlayground {
    #[expect(
        clippy::expect_used,
        reason = "a component outside the provider is a mistake of ours"
    )]
    use_context().expect("a PlaygroundProvider around the component")
}

impl Deref for UsePlayground {
    type Target = Playground;

    fn deref(&self) -> &Playground {
        &self.playground
    }
}

impl UsePlayground {
    /// The playground itself, for what outlives the component's current look.
    #[must_use]
    pub fn handle(&self) -> Playground {
        self.playground.clone()
    }
}
