//! The page about the lessons: how far one is, what one can show for it, and what teachers need.

mod assignment;
mod progress;
mod proof;
mod teacher;

use yew::prelude::*;

pub use self::assignment::{AssignmentPage, AssignmentPageProps};
use self::progress::ProgressTable;
use self::proof::Proof;
use self::teacher::Teacher;
use crate::lessons::Language;
use crate::ui::components::{Button, Choice, Select};
use crate::ui::lessons::use_told;
use crate::ui::playground::use_playground;

/// All lessons, and how far the learner is in each.
#[component]
pub fn LearnPage() -> Html {
    let playground = use_playground();
    let told = use_told();
    let language = playground.learning().language;
    let choices = Language::ALL.map(|language| Choice::new(language.code(), language.name()));
    let onchange = {
        let playground = playground.handle();
        Callback::from(move |code: String| {
            if let Some(language) = Language::from_code(&code) {
                playground.set_language(language);
            }
        })
    };
    let onunlock = {
        let playground = playground.handle();
        move |_| playground.unlock_lessons()
    };
    html! {
        <div lang={language.code()}>
            <div class="page-head">
                <h1 tabindex="-1">{ told.get("learn") }</h1>
                <Select
                    label={told.get("learn.language")}
                    inline={true}
                    groups={vec![Vec::from(choices).into()]}
                    value={language.code()}
                    {onchange}
                />
            </div>
            <div class="stack">
                if playground.learning().is_locked {
                    <div class="button-row">
                        <span>{ told.get("learn.locked") }</span>
                        <Button onclick={onunlock}>{ told.get("learn.unlock") }</Button>
                    </div>
                }
                <ProgressTable />
                <Proof />
                <Teacher />
            </div>
        </div>
    }
}
