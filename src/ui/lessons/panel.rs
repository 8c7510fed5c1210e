use web_sys::Element;
use yew::prelude::*;
use yew_router::prelude::*;

use super::deeds::visit;
use super::markup::marked;
use super::steps::{LessonHandle, Steps, show};
use super::told::use_told;
use crate::lessons::{Facts, LESSONS, Lesson, Progress, Texts, lesson};
use crate::ui::advice::failure;
use crate::ui::components::{
    Button, ButtonKind, Choice, Icon, Message, Messages, Select, use_messages,
};
use crate::ui::hooks::focus_learn_button;
use crate::ui::playground::use_playground;
use crate::ui::routes::Route;

#[derive(Properties, PartialEq)]
pub struct LearnButtonProps {
    #[prop_or_default]
    pub kind: ButtonKind,
    /// What it says, where that is not the word for the panel.
    #[prop_or_default]
    pub text: Option<AttrValue>,
}

/// The button that opens and closes the lesson panel.
#[component]
pub fn LearnButton(props: &LearnButtonProps) -> Html {
    let playground = use_playground();
    let told = use_told();
    let onclick = {
        let playground = playground.handle();
        move |_| {
            let (open, lesson) = {
                let learning = playground.learning();
                (learning.is_open, next(&learning.progress))
            };
            match lesson {
                Some(lesson) if !open => playground.open_lesson(lesson),
                _ => playground.show_lessons(!open),
            }
        }
    };
    let text = props
        .text
        .clone()
        .unwrap_or_else(|| told.get("panel.learn").into());
    let expanded = {
        let learning = playground.learning();
        learning.is_open && learning.progress.lesson().is_some()
    };
    html! { <Button kind={props.kind} {expanded} {onclick}>{ text }</Button> }
}

/// The lesson to open where none is: the first that is not over.
fn next(progress: &Progress) -> Option<&'static Lesson> {
    if progress.lesson().is_some() {
        return None;
    }
    let is_over = |lesson: &Lesson| {
        progress
            .of(lesson)
            .is_some_and(|it| it.steps.len() == lesson.steps.len())
    };
    LESSONS
        .into_iter()
        .find(|lesson| !is_over(lesson))
        .or_else(|| LESSONS.first().copied())
}

/// The lesson panel; nothing while it is closed.
#[component]
pub fn LessonPanel() -> Html {
    let playground = use_playground();
    let told = use_told();
    let heading = crate::ui::hooks::use_id();
    let learning = playground.learning();
    let (is_open, language) = (learning.is_open, learning.language);
    let is_locked = learning.is_locked;
    let lesson = learning.progress.lesson();
    let step = learning.progress.step();
    drop(learning);
    let Some(lesson) = lesson.filter(|_| is_open) else {
        return html! {};
    };
    let place = LESSONS
        .iter()
        .position(|it| it.id == lesson.id)
        .unwrap_or_default();
    let number = told.with("panel.number", |facts| {
        facts.count("number", place + 1);
        facts.count("count", LESSONS.len());
    });
    let hide = {
        let playground = playground.handle();
        move |_| {
            // The button that is pressed goes with the panel.
            focus_learn_button();
            playground.show_lessons(false);
        }
    };
    // What a step's end says is announced; its own words are in the list.
    let news = step.map_or_else(
        || told.get(&format!("{}.learned", lesson.id)),
        |step| format!("{}: {}", told.get("panel.now"), told.get(step.id)),
    );
    html! {
        <aside class="lesson" lang={language.code()} aria-labelledby={heading.clone()}>
            <div class="lesson__head">
                <p class="lesson__number">{ number }</p>
                <Button kind={ButtonKind::Icon} label={told.get("panel.hide")} onclick={hide}>
                    { Icon::Close.draw() }
                </Button>
            </div>
            <h2 id={heading}>{ told.get(lesson.id) }</h2>
            <p>{ marked(&told.get(&format!("{}.goal", lesson.id))) }</p>
            <p class="unseen" aria-live="polite">{ news.replace("**", "").replace('`', "") }</p>
            // What is over needs no function, should that be gone.
            if step.is_none() || playground.is_lesson_ready() {
                <Steps lesson={LessonHandle(lesson)} />
                if step.is_none() {
                    <Over lesson={LessonHandle(lesson)} />
                }
            } else {
                <SetUp />
            }
            if !is_locked {
                <LessonSelect lesson={LessonHandle(lesson)} />
            }
            <Link<Route> to={Route::Learn}>{ told.get("panel.all") }</Link<Route>>
        </aside>
    }
}

/// What is shown where the lesson has no function to begin with.
#[component]
fn SetUp() -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let navigator = use_navigator();
    let told = use_told();
    let onclick = {
        let playground = playground.handle();
        move |_| match playground.set_up_lesson() {
            Ok(()) => visit(&playground, navigator.as_ref()),
            Err(error) => messages.show(failure(&error)),
        }
    };
    html! {
        <div class="lesson__setup">
            <p>{ told.get("panel.setup") }</p>
            <Button kind={ButtonKind::Primary} {onclick}>{ told.get("panel.make") }</Button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct LessonProps {
    lesson: LessonHandle,
}

/// What is shown at the end of a lesson.
#[component]
fn Over(props: &LessonProps) -> Html {
    let playground = use_playground();
    let told = use_told();
    let lesson = props.lesson.0;
    let navigator = use_navigator();
    let messages = use_messages();
    let after = LESSONS
        .iter()
        .skip_while(|it| it.id != lesson.id)
        .nth(1)
        .copied();
    let onnext = {
        let playground = playground.handle();
        move |_| {
            if let Some(after) = after {
                playground.open_lesson(after);
                visit(&playground, navigator.as_ref());
            }
        }
    };
    let onover = {
        let (playground, told) = (playground.handle(), told.clone());
        move |_| {
            let before = playground.start_lesson_over(lesson);
            let playground = playground.clone();
            let message = Message::success(told.get("panel.over-done"));
            messages.show(message.with_action("Undo", move |messages: Messages| {
                messages.clear();
                playground.put_lesson_back(lesson, before.clone());
            }));
        }
    };
    let end = use_node_ref();
    use_effect_with((), {
        let end = end.clone();
        move |()| {
            if let Some(end) = end.cast::<Element>() {
                show(&end);
            }
        }
    });
    html! {
        <div class="lesson__over" ref={end}>
            <p>{ marked(&told.get(&format!("{}.learned", lesson.id))) }</p>
            <div class="button-row">
                if after.is_some() {
                    <Button kind={ButtonKind::Primary} onclick={onnext}>
                        { told.get("panel.begin-next") }
                    </Button>
                }
                <Button kind={ButtonKind::Link} onclick={onover}>{ told.get("panel.over") }</Button>
            </div>
        </div>
    }
}

/// The list from which another lesson is opened: none is locked.
#[component]
fn LessonSelect(props: &LessonProps) -> Html {
    let playground = use_playground();
    let language = playground.learning().language;
    let navigator = use_navigator();
    let texts = use_memo(language, |language| Texts::new(*language, None));
    let choices = LESSONS.iter().zip(1..).map(|(lesson, number)| {
        let title = texts.get(lesson.id, &Facts::default());
        Choice::new(lesson.id, format!("{number}. {title}"))
    });
    let onchange = {
        let playground = playground.handle();
        Callback::from(move |id: String| {
            if let Some(lesson) = lesson(&id) {
                playground.open_lesson(lesson);
                visit(&playground, navigator.as_ref());
            }
        })
    };
    html! {
        <Select
            label={texts.get("panel", &Facts::default())}
            groups={vec![choices.collect::<Vec<_>>().into()]}
            value={props.lesson.0.id}
            {onchange}
        />
    }
}
