use std::rc::Rc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use yew::prelude::*;
use yew_router::prelude::*;

use super::differences::PYTHON;
use super::source;
use crate::lambda::{CreateFunction, Error, Files, Output, Runtime, Settings, zip_files};
use crate::ui::advice::failure;
use crate::ui::components::{
    Button, ButtonKind, Choice, Dialog, Field, Message, Select, use_messages,
};
use crate::ui::hooks::use_form;
use crate::ui::playground::use_playground;
use crate::ui::routes::Route;

/// What a new function does until it is changed.
const SOURCE: &str = r"import json

def lambda_handler(event, context):
    # TODO implement
    return {
        'statusCode': 200,
        'body': json.dumps('Hello from Lambda!')
    }
";

#[derive(Properties, PartialEq)]
struct CreateFunctionDialogProps {
    onclose: Callback<()>,
}

#[derive(Properties, PartialEq)]
pub struct CreateFunctionButtonProps {
    #[prop_or_default]
    pub kind: ButtonKind,
}

/// The button that opens the dialog, wherever a function can be created.
#[component]
pub fn CreateFunctionButton(props: &CreateFunctionButtonProps) -> Html {
    let open = use_state(|| false);
    let onclick = {
        let open = open.clone();
        move |_: MouseEvent| open.set(true)
    };
    let onclose = {
        let open = open.clone();
        move |()| open.set(false)
    };
    html! {
        <>
            <Button kind={props.kind} {onclick}>{ "Create function" }</Button>
            if *open {
                <CreateFunctionDialog {onclose} />
            }
        </>
    }
}

/// What was typed into the dialog.
#[derive(Clone, PartialEq)]
struct Form {
    name: String,
    runtime: String,
    handler: String,
    role: String,
}

/// Creates a function and goes to its page.
#[component]
fn CreateFunctionDialog(props: &CreateFunctionDialogProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let navigator = use_navigator();
    let form = use_form(|| Form {
        name: String::new(),
        runtime: Runtime::ALL[0].id().to_owned(),
        handler: "lambda_function.lambda_handler".to_owned(),
        role: "arn:aws:iam::123456789012:role/service-role/lambda-role".to_owned(),
    });
    let refused = use_state(|| None::<Message>);

    let onsubmit = {
        let (form, refused, onclose) = (form.clone(), refused.clone(), props.onclose.clone());
        Callback::from(move |()| {
            messages.clear();
            match operation(&form).and_then(|operation| playground.apply(operation)) {
                Ok(output) => {
                    onclose.emit(());
                    let name = match output {
                        // What was typed may be an ARN.
                        Output::Created(created) => created.function_name,
                        _ => form.name.clone(),
                    };
                    let message = format!("Created the function {name}.");
                    let route = Route::Function { name };
                    messages.show_at(route.to_path(), Message::success(message));
                    if let Some(navigator) = &navigator {
                        navigator.push(&route);
                    }
                }
                Err(error) => refused.set(Some(failure(&error))),
            }
        })
    };
    html! {
        <Dialog
            title="Create function"
            submit="Create function"
            {onsubmit}
            onclose={&props.onclose}
            failure={(*refused).clone()}
        >
            <Field
                label="Function name"
                hint="Up to 64 letters, digits, hyphens and underscores."
                value={form.name.clone()}
                oninput={form.change(|form, text| form.name = text)}
            />
            <Select
                label="Runtime"
                hint={format!("Whichever you choose, your code runs on {PYTHON}, in this page.")}
                groups={vec![runtimes().into()]}
                value={form.runtime.clone()}
                onchange={form.change(|form, value| form.runtime = value)}
            />
            <p>
                // In a tab of its own, so that what is typed here stays.
                <a href={format!("#{}", Route::Differences.to_path())} target="_blank">
                    { "Differences from AWS, in a new tab" }
                </a>
            </p>
            <details class="form__more">
                <summary>{ "Additional settings" }</summary>
                <div class="form">
                    <Field
                        label="Handler"
                        hint="The file and the function in it that is called."
                        code={true}
                        value={form.handler.clone()}
                        oninput={form.change(|form, text| form.handler = text)}
                    />
                    <Field
                        label="Role"
                        hint="The execution role's ARN. Nothing here asks what it may do."
                        code={true}
                        value={form.role.clone()}
                        oninput={form.change(|form, text| form.role = text)}
                    />
                </div>
            </details>
        </Dialog>
    }
}

/// Every runtime, with the date it is or will be deprecated.
fn runtimes() -> Vec<Choice> {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds")]
    let now = Timestamp::from_millisecond(js_sys::Date::now() as i64).unwrap_or_default();
    let today = now.to_zoned(TimeZone::UTC).date();
    let choice = |runtime: Runtime| {
        let date = runtime.deprecation();
        let state = if date <= today {
            "deprecated since"
        } else {
            "deprecated from"
        };
        Choice::new(runtime.id(), format!("{} ({state} {date})", runtime.name()))
    };
    Runtime::ALL.into_iter().map(choice).collect()
}

fn operation(form: &Form) -> Result<CreateFunction, Error> {
    let files = Files::from([(source::path(&form.handler), Rc::from(SOURCE.as_bytes()))]);
    Ok(CreateFunction {
        function_name: Some(form.name.clone()),
        zip_file: Some(zip_files(&files)?),
        settings: Settings {
            runtime: Some(form.runtime.clone()),
            handler: Some(form.handler.clone()),
            role: Some(form.role.clone()),
            ..Settings::default()
        },
        ..CreateFunction::default()
    })
}
