use std::collections::BTreeMap;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::faults::JsonFault;
use crate::ui::components::{
    Choice, Editor, Language, Mark, Message, Messages, Position, Select, use_messages,
};
use crate::ui::hooks::load_module;

/// A valid event to begin with, the console's own.
const FIRST: &str = r#"{
  "key1": "value1",
  "key2": "value2",
  "key3": "value3"
}"#;

/// The templates by their names in `src/js/events.js`, of which the first is what an event begins as.
const TEMPLATES: [(&str, &str); 7] = [
    ("hello-world", "Hello world"),
    ("api-gateway-rest", "API Gateway REST API"),
    ("api-gateway-http", "API Gateway HTTP API"),
    ("s3-put", "S3 put"),
    ("sqs", "SQS"),
    ("eventbridge", "EventBridge"),
    ("scheduled", "EventBridge schedule"),
];

/// How long nobody has typed before what is not JSON yet is called wrong, in milliseconds.
const PATIENCE: u32 = 600;

/// A test event as it is being written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Event {
    pub(super) name: String,
    pub(super) json: String,
    /// The template that it is, as long as nobody has edited it.
    template: Option<String>,
}

impl Default for Event {
    fn default() -> Self {
        Self {
            name: String::new(),
            json: FIRST.to_owned(),
            template: Some(TEMPLATES[0].0.to_owned()),
        }
    }
}

impl Event {
    pub(super) fn with_name(&self, name: String) -> Self {
        Self {
            name,
            ..self.clone()
        }
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct EventBoxProps {
    pub(super) event: UseStateHandle<Event>,
    /// The JSON of saved events, by their names.
    pub(super) saved: BTreeMap<String, String>,
}

/// The event's JSON, with what it can begin as.
#[component]
pub(super) fn EventBox(props: &EventBoxProps) -> Html {
    let messages = use_messages();
    let EventBoxProps { event, saved } = props;
    let goal = use_state(|| None::<Position>);

    let replace = {
        let (event, saved, goal) = (event.clone(), saved.clone(), goal.setter());
        Callback::from(move |(by, new): (String, Event)| {
            messages.clear();
            let is_kept =
                event.template.is_some() || saved.values().any(|json| *json == event.json);
            if !is_kept && new.json != event.json {
                let message = Message::success(format!("{by} has replaced what was in the box."));
                let (event, goal, before) = (event.clone(), goal.clone(), (*event).clone());
                let undo = move |messages: Messages| {
                    messages.clear();
                    event.set(before.clone());
                    goal.set(Some(Position { line: 1, column: 1 }));
                };
                messages.show(message.with_action("Undo", undo));
            }
            event.set(new);
        })
    };
    let onload = {
        let (replace, saved) = (replace.clone(), saved.clone());
        Callback::from(move |name: String| {
            if let Some(json) = saved.get(&name).cloned() {
                let by = format!("The event {name}");
                let template = None;
                replace.emit((
                    by,
                    Event {
                        name,
                        json,
                        template,
                    },
                ));
            }
        })
    };
    let ontemplate = {
        let (event, saved) = (event.clone(), saved.clone());
        Callback::from(move |template: String| {
            let (replace, event) = (replace.clone(), event.clone());
            // What is saved under a name is not to be replaced by accident.
            let name = Some(&event.name).filter(|name| !saved.contains_key(*name));
            let name = name.cloned().unwrap_or_default();
            spawn_local(async move {
                let Some(module) = load_module("events").await else {
                    return event.set((*event).clone());
                };
                let json = module.unchecked_ref::<EventsModule>().template(&template);
                let by = TEMPLATES.iter().find(|(value, _)| *value == template);
                let by = format!("The template {}", by.map_or("", |(_, text)| text));
                let template = Some(template);
                replace.emit((
                    by,
                    Event {
                        name,
                        json,
                        template,
                    },
                ));
            });
        })
    };
    let oninput = {
        let event = event.clone();
        Callback::from(move |json| {
            event.set(Event {
                name: event.name.clone(),
                json,
                template: None,
            });
        })
    };
    let marks = use_settled_fault(&event.json).map(|fault| Mark {
        at: Position {
            line: fault.line,
            column: fault.column,
        },
        text: fault.what.into(),
    });
    let names = saved
        .keys()
        .map(|name| Choice::new(name.clone(), name.clone()));
    let templates = TEMPLATES.map(|(value, text)| Choice::new(value, text));
    html! {
        <>
            <div class="test__begin">
                { select("Template", "Choose a template", templates, event.template.as_deref(), ontemplate) }
                if !saved.is_empty() {
                    { select("Saved events", "Choose an event", names, Some(&event.name), onload) }
                }
            </div>
            <Editor
                label="Event JSON"
                language={Language::Json}
                value={event.json.clone()}
                {oninput}
                marks={Vec::from_iter(marks)}
                goal={*goal}
                onreached={{
                    let goal = goal.setter();
                    move |()| goal.set(None)
                }}
            />
        </>
    }
}

/// A list to choose from, of which the first choice stands for none of the others.
fn select(
    label: &'static str,
    none: &'static str,
    choices: impl IntoIterator<Item = Choice>,
    value: Option<&str>,
    onchange: Callback<String>,
) -> Html {
    let choices: Vec<Choice> = std::iter::once(Choice::new("", none))
        .chain(choices)
        .collect();
    let chosen = choices.iter().find(|choice| Some(&*choice.value) == value);
    let value = chosen.map_or(AttrValue::Static(""), |choice| choice.value.clone());
    html! { <Select {label} groups={vec![choices.into()]} {value} {onchange} /> }
}

/// The fault of a text, once nobody has typed for a while; from then on at once, until there is none.
#[hook]
fn use_settled_fault(text: &str) -> Option<JsonFault> {
    let fault = use_memo(text.to_owned(), |text| {
        // Without a body Lambda takes an empty object.
        JsonFault::find(text).filter(|_| !text.is_empty())
    });
    let told = use_state_eq(|| false);
    {
        let setter = told.setter();
        let due = fault.is_some() && !*told;
        use_effect_with((text.to_owned(), fault.is_some()), move |(_, is_wrong)| {
            let timer = due.then(|| {
                let setter = setter.clone();
                Timeout::new(PATIENCE, move || setter.set(true))
            });
            if !is_wrong {
                setter.set(false);
            }
            move || drop(timer)
        });
    }
    (*fault).clone().filter(|_| *told)
}

#[wasm_bindgen]
extern "C" {
    /// `src/js/events.js`.
    type EventsModule;
    #[wasm_bindgen(method)]
    fn template(this: &EventsModule, name: &str) -> String;
}
