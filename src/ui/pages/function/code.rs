use std::path::Path;
use std::rc::Rc;

use yew::prelude::*;

use super::add_file::AddFileDialog;
use super::{TabProps, failed_at};
use crate::faults::SourceLine;
use crate::lambda::{Configuration, Files, Function, Latest, UpdateFunctionCode, zip_files};
use crate::ui::advice::failure;
use crate::ui::components::{
    Button, ButtonKind, Choice, Editor, Language, Message, Position, Select, Status, StatusBadge,
    use_messages,
};
use crate::ui::pages::source;
use crate::ui::playground::{Drafts, use_playground};

/// The code of what is selected; that of `$LATEST` can be edited and deployed.
#[component]
pub(super) fn CodeTab(props: &TabProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let chosen = use_state(|| None::<String>);
    let adding = use_state(|| false);

    let selection = &props.selection;
    let configuration = selection.configuration();
    let name = selection.function().name();
    let files = configuration.code.files();
    let frozen = if playground.is_looking_back() {
        Some("This is an earlier state: continue from it to make changes.".to_owned())
    } else {
        selection.frozen()
    };
    let drafts = match &frozen {
        None => playground.drafts(name),
        Some(_) => Drafts::new(),
    };
    // As they will be once they are deployed.
    let edited = edited(files, &drafts);
    let place = (*props.place).clone();
    let wanted = place.as_ref().map(|place| place.path.clone());
    let path = wanted
        .or_else(|| (*chosen).clone())
        .filter(|path| edited.contains_key(path))
        .unwrap_or_else(|| handler_path(configuration));
    let text_in = |files: &Files| {
        let bytes = files.get(&path)?;
        Some(String::from_utf8_lossy(bytes).into_owned())
    };
    let (deployed, text) = (text_in(files), text_in(&edited));
    let text = text.unwrap_or_default();

    let marks = if drafts.contains_key(&path) {
        Vec::new()
    } else {
        failed_at::marks(&playground, selection, &path)
    };
    let onreached = {
        let (chosen, place, path) = (chosen.setter(), props.place.setter(), path.clone());
        Callback::from(move |()| {
            chosen.set(Some(path.clone()));
            place.set(None);
        })
    };

    let oninput = {
        let (playground, name, path) = (playground.handle(), name.clone(), path.clone());
        Callback::from(move |text: String| {
            let is_edit = deployed.as_ref() != Some(&text);
            playground.set_draft(&name, &path, is_edit.then_some(text));
        })
    };
    let deploy = {
        let (playground, name) = (playground.handle(), name.clone());
        let (edited, drafts) = (edited.clone(), drafts.clone());
        Callback::from(move |_| {
            messages.clear();
            let deployed = zip_files(&edited).and_then(|zip| {
                let operation = UpdateFunctionCode {
                    function_name: name.to_string(),
                    zip_file: Some(zip),
                    ..UpdateFunctionCode::default()
                };
                playground.apply(operation)
            });
            match deployed {
                Ok(_) => {
                    for path in drafts.keys() {
                        playground.set_draft(&name, path, None);
                    }
                    let service = playground.service();
                    let latest = service.function(&name).map(Function::latest);
                    let text = if latest.is_some_and(Latest::is_updating) {
                        "Sent. Tests of $LATEST run the earlier code until the update is through."
                    } else {
                        "Deployed. Tests of $LATEST run this code now."
                    };
                    messages.show(Message::success(text));
                }
                Err(error) => messages.show(failure(&error)),
            }
        })
    };
    let onadd = {
        let (playground, name) = (playground.handle(), name.clone());
        let chosen = chosen.setter();
        Callback::from(move |path: String| {
            playground.set_draft(&name, &path, Some(String::new()));
            chosen.set(Some(path));
        })
    };
    let idle = match &frozen {
        Some(reason) => Some(reason.clone()),
        None => drafts
            .is_empty()
            .then(|| "Nothing has changed since the last deploy.".to_owned()),
    };
    let paths: Vec<Choice> = edited
        .keys()
        .map(|path| Choice::new(path.clone(), path.clone()))
        .collect();
    html! {
        <div class="stack">
            <div class="button-row code__tools">
                <Button
                    kind={ButtonKind::Primary}
                    onclick={deploy}
                    disabled_reason={idle.map(AttrValue::from)}
                >
                    { "Deploy" }
                </Button>
                if paths.len() > 1 {
                    <Select
                        label="File"
                        inline={true}
                        groups={vec![paths.into()]}
                        value={path.clone()}
                        onchange={{
                            let chosen = chosen.setter();
                            move |path| chosen.set(Some(path))
                        }}
                    />
                }
                if frozen.is_none() {
                    <Button onclick={{
                        let adding = adding.setter();
                        move |_| adding.set(true)
                    }}>
                        { "Add file" }
                    </Button>
                }
                if !drafts.is_empty() {
                    <span role="status">
                        <StatusBadge status={Status::Warning} text="Changes not deployed" />
                    </span>
                }
                if let Some(reason) = &frozen {
                    <p class="note">{ reason }</p>
                }
            </div>
            <Editor
                key={format!("{} {path}", selection.qualifier())}
                label={format!("Source of {path}")}
                language={language(&path)}
                value={text}
                {oninput}
                readonly={frozen.is_some()}
                {marks}
                goal={place.map(|SourceLine { line, .. }| Position { line, column: 1 })}
                {onreached}
            />
            if *adding {
                <AddFileDialog files={edited} {onadd} onclose={move |()| adding.set(false)} />
            }
        </div>
    }
}

/// The file that holds the handler, or that would if it were there.
fn handler_path(configuration: &Configuration) -> String {
    let path = source::path(&configuration.handler);
    let files = configuration.code.files();
    if files.contains_key(&path) {
        return path;
    }
    let other = files.keys().find(|path| has_extension(path, "py"));
    other.cloned().unwrap_or(path)
}

fn language(path: &str) -> Language {
    if has_extension(path, "json") {
        Language::Json
    } else {
        Language::Python
    }
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|found| found == extension)
}

/// The deployed files under what was edited.
fn edited(files: &Files, drafts: &Drafts) -> Files {
    let edited = drafts
        .iter()
        .map(|(path, text)| (path.clone(), Rc::from(text.as_bytes())));
    let mut files = files.clone();
    files.extend(edited);
    files
}
