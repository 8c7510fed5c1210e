use yew::prelude::*;

use crate::lessons::{
    Assignment, AssignmentQuery, Completion, CompletionError, LESSONS, Start, lesson,
};
use crate::traffic::Seed;
use crate::ui::components::{Button, Choice, CopyButton, Field, Select};
use crate::ui::hooks::use_form;
use crate::ui::lessons::{Told, use_told};
use crate::ui::playground::use_playground;
use crate::ui::routes::{Route, address};

/// What a teacher needs: a link for a class, and a check of the codes that come back.
#[component]
pub(super) fn Teacher() -> Html {
    let told = use_told();
    html! {
        <section class="stack teacher">
            <h2>{ told.get("learn-teacher") }</h2>
            <p>{ told.get("learn-teacher.text") }</p>
            <LinkForm />
            <CheckForm />
        </section>
    }
}

/// What was chosen for the link.
#[derive(Clone, PartialEq)]
struct Link {
    lesson: String,
    seed: String,
    start: String,
    steps: String,
}

/// Makes the link of a lesson.
#[component]
fn LinkForm() -> Html {
    let playground = use_playground();
    let told = use_told();
    let form = use_form(|| Link {
        lesson: LESSONS[0].id.to_owned(),
        seed: String::new(),
        start: "lesson".to_owned(),
        steps: "free".to_owned(),
    });
    let state = match form.start.as_str() {
        "state" => Some(playground.share()),
        _ => None,
    };
    let refused = state
        .as_ref()
        .and_then(|state| state.as_ref().err().map(ToString::to_string));
    let start = match (form.start.as_str(), state) {
        ("mine", _) => Start::Mine,
        (_, Some(Ok(state))) => Start::State(state),
        _ => Start::Lesson,
    };
    let link = lesson(&form.lesson).map(|lesson| {
        link(&Assignment {
            lesson,
            seed: Seed::new(&form.seed),
            start,
            locked: form.steps == "locked",
        })
    });
    let link = link.unwrap_or_default();
    let lessons = LESSONS.into_iter().zip(1..).map(|(lesson, number)| {
        Choice::new(lesson.id, format!("{number}. {}", told.get(lesson.id)))
    });
    let lessons: Vec<Choice> = lessons.collect();
    let starts = ["lesson", "mine", "state"]
        .map(|start| Choice::new(start, told.get(&format!("learn-teacher.start-{start}"))));
    let steps = ["free", "locked"]
        .map(|steps| Choice::new(steps, told.get(&format!("learn-teacher.steps-{steps}"))));
    html! {
        <div class="form">
            <div class="form__row">
                <Select
                    label={told.get("panel")}
                    groups={vec![lessons.into()]}
                    value={form.lesson.clone()}
                    onchange={form.change(|form, lesson| form.lesson = lesson)}
                />
                <Field
                    label={told.get("learn-teacher.seed")}
                    value={form.seed.clone()}
                    oninput={form.change(|form, seed| form.seed = seed)}
                />
                <Select
                    label={told.get("learn-teacher.start")}
                    groups={vec![Vec::from(starts).into()]}
                    value={form.start.clone()}
                    onchange={form.change(|form, start| form.start = start)}
                    error={refused.map(AttrValue::from)}
                />
                <Select
                    label={told.get("learn-teacher.steps")}
                    groups={vec![Vec::from(steps).into()]}
                    value={form.steps.clone()}
                    onchange={form.change(|form, steps| form.steps = steps)}
                />
            </div>
            <Field
                label={told.get("learn-teacher.link")}
                code={true}
                readonly={true}
                value={link.clone()}
                oninput={Callback::noop()}
            />
            <div class="button-row">
                <CopyButton what={told.get("learn-teacher.link")} text={link} />
            </div>
        </div>
    }
}

/// The address of an assignment on this site.
fn link(assignment: &Assignment) -> String {
    let route = Route::Assignment {
        lesson: assignment.lesson.id.to_owned(),
    };
    let AssignmentQuery {
        seed,
        start,
        locked,
    } = assignment.query();
    let query = [("seed", seed), ("start", start), ("locked", locked)];
    address(&route, &query)
}

/// What was typed to be checked.
#[derive(Clone, PartialEq)]
struct Check {
    code: String,
    name: String,
    seed: String,
}

/// Tells what a completion code says.
#[component]
fn CheckForm() -> Html {
    let told = use_told();
    let form = use_form(|| Check {
        code: String::new(),
        name: String::new(),
        seed: String::new(),
    });
    let verdict = use_state(|| None::<String>);
    let onsubmit = {
        let (form, told, verdict) = (form.clone(), told.clone(), verdict.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let checked = Completion::check(&form.code, &form.name, &Seed::new(&form.seed));
            verdict.set(Some(say(&checked, &told)));
        })
    };
    html! {
        <form class="form" novalidate={true} {onsubmit}>
            <h3>{ told.get("learn-check") }</h3>
            <div class="form__row">
                <Field
                    label={told.get("learn.code")}
                    code={true}
                    value={form.code.clone()}
                    oninput={form.change(|form, code| form.code = code)}
                />
                <Field
                    label={told.get("learn-check.name")}
                    value={form.name.clone()}
                    oninput={form.change(|form, name| form.name = name)}
                />
                <Field
                    label={told.get("learn-check.seed")}
                    value={form.seed.clone()}
                    oninput={form.change(|form, seed| form.seed = seed)}
                />
            </div>
            <div class="button-row">
                <Button submits={true}>{ told.get("learn-check.check") }</Button>
            </div>
            <p aria-live="polite">{ (*verdict).clone().unwrap_or_default() }</p>
        </form>
    }
}

fn say(checked: &Result<Completion, CompletionError>, told: &Told) -> String {
    let completion = match checked {
        Ok(completion) => completion,
        Err(error) => {
            let name = match error {
                CompletionError::Mistyped => "mistyped",
                CompletionError::OtherRelease => "other-release",
                CompletionError::OtherName => "other-name",
                CompletionError::OtherSeed => "other-seed",
                CompletionError::OtherNameAndSeed => "other-name-and-seed",
            };
            return told.get(&format!("learn-check.{name}"));
        }
    };
    told.with("learn-check.right", |facts| {
        facts.text("lesson", &told.get(completion.lesson.id));
        facts.count("done", completion.done());
        facts.count("skipped", completion.skipped());
        facts.count("open", completion.open());
    })
}
