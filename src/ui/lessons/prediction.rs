use yew::prelude::*;

use super::told::use_told;
use crate::lessons::{Guess, Outcome};
use crate::traffic::normal_range;
use crate::ui::components::{Button, ButtonKind, Field, FieldKind};
use crate::ui::hooks::use_form;
use crate::ui::playground::use_playground;

#[derive(Properties, PartialEq)]
pub(super) struct PredictionFormProps {
    pub(super) invocations: u32,
}

/// What was typed into the form.
#[derive(Clone, PartialEq)]
struct Form {
    least: String,
    most: String,
}

/// Asks from how many to how many of the invocations the additional version will get.
#[component]
pub(super) fn PredictionForm(props: &PredictionFormProps) -> Html {
    let playground = use_playground();
    let told = use_told();
    let form = use_form(|| Form {
        least: String::new(),
        most: String::new(),
    });
    let refused = use_state(|| false);
    let invocations = props.invocations;
    let onsubmit = {
        let (form, refused) = (form.clone(), refused.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let guess = form.guess(invocations);
            refused.set(guess.is_none());
            if let Some(guess) = guess {
                playground.predict(guess);
            }
        })
    };
    let number = FieldKind::Number {
        min: 0.0,
        max: invocations.into(),
        step: "1".into(),
    };
    let error = refused.then(|| {
        told.with("panel-predict.refused", |facts| {
            facts.number("invocations", invocations);
        })
    });
    html! {
        <form class="lesson__prediction" novalidate={true} {onsubmit}>
            <Field
                label={told.get("panel-predict.least")}
                kind={number.clone()}
                value={form.least.clone()}
                oninput={form.change(|form, text| form.least = text)}
            />
            <Field
                label={told.get("panel-predict.most")}
                kind={number}
                value={form.most.clone()}
                oninput={form.change(|form, text| form.most = text)}
                error={error.map(AttrValue::from)}
            />
            <Button kind={ButtonKind::Primary} submits={true}>
                { told.get("panel-predict") }
            </Button>
        </form>
    }
}

impl Form {
    fn guess(&self, invocations: u32) -> Option<Guess> {
        let least = self.least.trim().parse().ok()?;
        let most = self.most.trim().parse().ok()?;
        (least <= most && most <= invocations).then_some(Guess { least, most })
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct HeldAgainstProps {
    pub(super) guess: Guess,
    pub(super) outcome: Outcome,
}

/// The guess beside the normal range and what came, on one line of numbers and in words.
#[component]
pub(super) fn HeldAgainst(props: &HeldAgainstProps) -> Html {
    let told = use_told();
    let HeldAgainstProps { guess, outcome } = props;
    let normal = normal_range(outcome.of, outcome.weight);
    let rows = [
        ("panel-guess", guess.least, guess.most, "lesson__bar--guess"),
        (
            "panel-normal",
            *normal.start(),
            *normal.end(),
            "lesson__bar--normal",
        ),
        ("panel-got", outcome.got, outcome.got, "lesson__bar--got"),
    ];
    let row = |(name, least, most, class): (&str, u32, u32, &'static str)| {
        let numbers = told.with(&format!("{name}.numbers"), |facts| {
            facts.number("least", least);
            facts.number("most", most);
        });
        html! {
            <tr>
                <th scope="row">{ told.get(name) }</th>
                <td>{ numbers }</td>
                <td>{ bar(least, most, outcome.of, class) }</td>
            </tr>
        }
    };
    html! {
        <>
            <table class="lesson__held">
                <tbody>{ for rows.map(row) }</tbody>
            </table>
            <p>{ told.get(&verdict(*guess, outcome, *normal.start()..=*normal.end())) }</p>
        </>
    }
}

/// The name of the sentence that reads the comparison.
fn verdict(guess: Guess, outcome: &Outcome, normal: std::ops::RangeInclusive<u32>) -> String {
    let width = |least: u32, most: u32| most - least;
    let (guessed, usual) = (
        width(guess.least, guess.most),
        width(*normal.start(), *normal.end()),
    );
    let came = (guess.least..=guess.most).contains(&outcome.got);
    let name = match came {
        true if guessed > usual * 3 / 2 => "wide",
        true => "good",
        false if guessed < usual / 2 => "narrow",
        false => "off",
    };
    format!("panel-verdict-{name}")
}

/// A bar from one number to another on a line from 0 to all; what it says stands beside it.
fn bar(least: u32, most: u32, of: u32, class: &'static str) -> Html {
    let at = |number: u32| f64::from(number) / f64::from(of.max(1)) * 100.0;
    let (start, width) = (at(least), (at(most) - at(least)).max(1.0));
    html! {
        <svg class="lesson__line" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <path class="lesson__axis" d="M0 4H100" />
            <path {class} d={format!("M{start} 1h{width}v6h-{width}z")} />
        </svg>
    }
}
