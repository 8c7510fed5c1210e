use std::borrow::Cow;
use std::path::Path;

use yew::prelude::*;

use super::path_dialog::PathDialog;
use super::remove_file::{RemoveFile, RemovedFiles};
use super::{TabProps, failed_at, undeployed};
use crate::faults::SourceLine;
use crate::lambda::{Configuration, Files, Function, Latest, UpdateFunctionCode, zip_files};
use crate::storage::Drafts;
use crate::ui::advice::failure;
use crate::ui::components::{
    Button, ButtonKind, Choice, Editor, Language, Message, Position, Select, use_messages,
};
use crate::ui::pages::source;
use crate::ui::playground::use_playground;

/// What a dialog asks the path of.
#[derive(Clone, Copy, PartialEq)]
enum Asking {
    NewFile,
    FileInView,
}

/// The code of what is selected; that of `$LATEST` can be edited and deployed.
#[component]
pub(super) fn CodeTab(props: &TabProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let chosen = use_state(|| None::<String>);
    let asking = use_state(|| None::<Asking>);

    let selection = &props.selection;
    let configuration = selection.configuration();
    let name = selection.function().name();
    let files = configuration.code.files();
    let frozen = undeployed::frozen(&playground, selection);
    let drafts = match &frozen {
        None => playground.drafts(name),
        Some(_) => Drafts::default(),
    };
    // As they will be once they are deployed.
    let edited = drafts.edited(files);
    let place = (*props.place).clone();
    let wanted = place.as_ref().map(|place| place.path.clone());
    let path = wanted
        .or_else(|| (*chosen).clone())
        .filter(|path| edited.contains_key(path))
        .unwrap_or_else(|| handler_path(configuration, &edited));
    let text = edited
        .get(&path)
        .map(|bytes| String::from_utf8_lossy(bytes));
    let is_text = matches!(text, None | Some(Cow::Borrowed(_)));
    let text = text.unwrap_or_default().into_owned();

    let marks = if drafts.contains(&path) {
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
        let files = files.clone();
        Callback::from(move |text: String| {
            playground.edit_drafts(&name, |drafts| drafts.write(&files, &path, &text));
        })
    };
    let deploy = {
        let (playground, name) = (playground.handle(), name.clone());
        let (edited, messages) = (edited.clone(), messages.clone());
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
                    playground.edit_drafts(&name, Drafts::clear);
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
    let path_dialog = asking.map(|asked| {
        let (playground, name) = (playground.handle(), name.clone());
        let (files, messages, chosen) = (files.clone(), messages.clone(), chosen.setter());
        let (title, act, before, text) = match asked {
            Asking::NewFile => ("Add a file".to_owned(), "Add", String::new(), String::new()),
            Asking::FileInView => (
                format!("Rename {path}"),
                "Rename",
                path.clone(),
                text.clone(),
            ),
        };
        let mut others = edited.clone();
        others.remove(&before);
        let onpath = {
            let before = before.clone();
            move |path: String| {
                messages.clear();
                playground.edit_drafts(&name, |drafts| {
                    drafts.remove(&files, &before);
                    drafts.write(&files, &path, &text);
                });
                chosen.set(Some(path));
            }
        };
        let asking = asking.setter();
        html! {
            <PathDialog
                {title}
                {act}
                path={before}
                files={others}
                {onpath}
                onclose={move |()| asking.set(None)}
            />
        }
    });
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
    let ask = |asked: Asking| {
        let asking = asking.setter();
        move |_| asking.set(Some(asked))
    };
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
                    <Button onclick={ask(Asking::NewFile)}>{ "Add file" }</Button>
                    <Button
                        onclick={ask(Asking::FileInView)}
                        disabled_reason={(!is_text).then_some("The file is not a text.")}
                    >
                        { "Rename file" }
                    </Button>
                }
                if frozen.is_none() && edited.len() > 1 {
                    <RemoveFile
                        function={name.clone()}
                        files={files.clone()}
                        path={path.clone()}
                        onundone={{
                            let (place, path) = (props.place.setter(), path.clone());
                            move |()| place.set(Some(SourceLine { path: path.clone(), line: 1 }))
                        }}
                    />
                }
                if !drafts.is_empty() {
                    { undeployed::waiting() }
                }
                if let Some(reason) = &frozen {
                    <p class="note">{ reason }</p>
                }
            </div>
            <RemovedFiles function={name.clone()} {drafts} />
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
            { path_dialog }
        </div>
    }
}

/// The file that holds the handler, or else one that is there.
fn handler_path(configuration: &Configuration, files: &Files) -> String {
    let path = source::path(&configuration.handler);
    if files.contains_key(&path) {
        return path;
    }
    let python = files.keys().find(|path| has_extension(path, "py"));
    python.or(files.keys().next()).cloned().unwrap_or(path)
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
