use yew::prelude::*;

use crate::lessons::{Completion, Ended, LESSONS, Lesson};
use crate::storage::Proof as ProofFile;
use crate::ui::components::{Button, CopyButton, Field};
use crate::ui::hooks::save_file;
use crate::ui::lessons::{marked, use_told};
use crate::ui::pages::format;
use crate::ui::playground::use_playground;

/// What the learner can show: every step done or skipped with its time, a code for each lesson, and the file in which the
/// history proves it.
#[component]
pub(super) fn Proof() -> Html {
    let playground = use_playground();
    let told = use_told();
    let name = use_state(String::new);
    let learning = playground.learning();
    let begun: Vec<&'static Lesson> = LESSONS
        .into_iter()
        .filter(|lesson| {
            learning
                .progress
                .of(lesson)
                .is_some_and(|it| !it.steps.is_empty())
        })
        .collect();
    let onsave = {
        let (playground, name) = (playground.handle(), name.clone());
        Callback::from(move |_| {
            let file = {
                let (service, learning) = (playground.service(), playground.learning());
                ProofFile::write(&name, &service, &learning.progress)
            };
            if let Ok(text) = file.to_json() {
                save_file("lambda-playground-progress.json", "application/json", &text);
            }
        })
    };
    let oninput = {
        let name = name.clone();
        Callback::from(move |text| name.set(text))
    };
    let lesson = |lesson: &'static Lesson| {
        let progress = learning.progress.of(lesson);
        let code = progress.and_then(|it| Completion::code_for(lesson, it, &name));
        let steps = lesson.steps.iter().filter_map(|step| {
            let ended = progress?.steps.get(step.id)?;
            let word = match ended.ended {
                Ended::Done => "panel.done",
                Ended::Skipped => "panel.skipped",
            };
            Some(html! {
                <li key={step.id}>
                    { marked(&told.get(step.id)) }{ ": " }{ told.get(word) }{ ", " }
                    { format::time(ended.at) }
                </li>
            })
        });
        html! {
            <section key={lesson.id} class="proof__lesson">
                <h3>{ told.get(lesson.id) }</h3>
                <ul>{ for steps }</ul>
                if let Some(code) = code {
                    <p class="proof__code">
                        { told.get("learn.code") }{ ": " }<code>{ &code }</code>
                        <CopyButton what={told.get("learn.code")} text={code.clone()} />
                    </p>
                } else {
                    <p class="note">{ told.get("learn-proof.nameless") }</p>
                }
            </section>
        }
    };
    html! {
        <section class="stack proof">
            <h2>{ told.get("learn-proof") }</h2>
            if begun.is_empty() {
                <p class="note">{ told.get("learn-proof.empty") }</p>
            } else {
                <p>{ told.get("learn-proof.text") }</p>
                <Field label={told.get("learn-proof.name")} value={(*name).clone()} {oninput} />
                { for begun.into_iter().map(lesson) }
                <div class="button-row">
                    <Button onclick={onsave}>{ told.get("learn-proof.export") }</Button>
                </div>
            }
        </section>
    }
}
