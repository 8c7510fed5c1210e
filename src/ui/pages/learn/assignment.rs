use yew::prelude::*;
use yew_router::prelude::*;

use crate::lessons::{Assignment, AssignmentQuery, Start};
use crate::ui::components::{Button, ButtonKind, Message, MessageBox};
use crate::ui::lessons::{marked, use_told, visit};
use crate::ui::playground::use_playground;
use crate::ui::routes::Route;

#[derive(Properties, PartialEq)]
pub struct AssignmentPageProps {
    /// The lesson's name in the address.
    pub lesson: String,
}

/// What a teacher's link asks for; nothing happens before the learner agrees.
#[component]
pub fn AssignmentPage(props: &AssignmentPageProps) -> Html {
    let playground = use_playground();
    let navigator = use_navigator();
    let told = use_told();
    let refused = use_state(|| None::<String>);
    let query = use_location().and_then(|it| it.query::<AssignmentQuery>().ok());
    let assignment = match Assignment::read(&props.lesson, &query.unwrap_or_default()) {
        Ok(assignment) => assignment,
        Err(error) => return broken(&error.to_string(), told.get("learn-link.broken")),
    };
    let onbegin = {
        let (playground, assignment) = (playground.handle(), assignment.clone());
        let refused = refused.clone();
        Callback::from(move |_| match playground.begin_assignment(&assignment) {
            Ok(()) => visit(&playground, navigator.as_ref()),
            Err(error) => refused.set(Some(error)),
        })
    };
    if let Some(error) = &*refused {
        return broken(error, told.get("learn-link.broken"));
    }
    let lesson = assignment.lesson;
    let start = match assignment.start {
        Start::Mine => "learn-link.start-mine",
        Start::Lesson => "learn-link.start-lesson",
        Start::State(_) => "learn-link.start-state",
    };
    let seed = (!assignment.seed.is_empty()).then(|| {
        told.with("learn-link.seed", |facts| {
            facts.text("seed", &assignment.seed.text());
        })
    });
    html! {
        <div class="stack" lang={playground.learning().language.code()}>
            <h1 tabindex="-1">{ told.get(lesson.id) }</h1>
            <p>{ marked(&told.get(&format!("{}.goal", lesson.id))) }</p>
            <p>{ told.get(start) }</p>
            if let Some(seed) = seed {
                <p>{ seed }</p>
            }
            if assignment.locked {
                <p>{ told.get("learn-link.locked") }</p>
            }
            <div class="button-row">
                <Button kind={ButtonKind::Primary} onclick={onbegin}>
                    { told.get("learn-link.begin") }
                </Button>
                <Link<Route> to={Route::Functions}>{ told.get("learn-link.leave") }</Link<Route>>
            </div>
        </div>
    }
}

/// What is shown for a link that cannot be followed.
fn broken(why: &str, advice: String) -> Html {
    let message = Message::failure(format!("This link cannot be followed: {why}."), advice);
    html! {
        <>
            <h1 tabindex="-1">{ "Lessons" }</h1>
            <MessageBox {message} />
            <p><Link<Route> to={Route::Learn}>{ "See all lessons" }</Link<Route>></p>
        </>
    }
}
