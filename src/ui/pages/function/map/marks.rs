use std::collections::BTreeMap;

use gloo_timers::callback::Timeout;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{Element, window};
use yew::prelude::*;

use super::drawing::sign;
use super::tone;
use crate::lambda::Qualifier;
use crate::release::{Run, Sign};

/// How many marks a version gets at most when a run is over. While it goes on, one each time that it is shown is a
/// stream of them already, and each is work for every frame of its way.
const AT_ONCE: u32 = 4;

/// How many pixels of the way there are for each of them, so that they do not hide each other.
const ROOM: f64 = 120.0;

/// How many marks there are at most beside new ones: all that can still be under way, for two versions.
const UNDER_WAY: usize = 12;

/// How long a mark travels, in milliseconds.
const TRAVEL: u32 = 900;

/// Within how many milliseconds the marks that come together set off.
const SPREAD: u32 = 200;

#[derive(Properties, PartialEq)]
pub(super) struct MarksProps {
    pub(super) run: Run,
    /// Where marks travel; there are none on the way to other versions.
    pub(super) ways: Vec<Way>,
}

/// The way to a version.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    pub(super) version: Qualifier,
    pub(super) points: Vec<(f64, f64)>,
    pub(super) length: f64,
}

impl Way {
    fn at_once(&self, running: bool) -> u32 {
        let most = if running { 1 } else { AT_ONCE };
        (1..=most)
            .rev()
            .find(|marks| f64::from(*marks) * ROOM <= self.length)
            .unwrap_or(1)
    }
}

/// One mark on its way.
#[derive(Clone, Debug, PartialEq)]
struct Mark {
    id: u32,
    version: Qualifier,
    /// When it sets off, in milliseconds.
    delay: u32,
}

/// Marks that travel from an alias to its versions as their invocations are answered.
///
/// Where reduced motion is asked for there are none: the numbers at the versions say it all.
#[component]
pub(super) fn Marks(props: &MarksProps) -> Html {
    let marks = use_state(Vec::<Mark>::new);
    let seen = use_mut_ref(|| {
        props
            .run
            .observed
            .iter()
            .cloned()
            .collect::<BTreeMap<_, _>>()
    });
    use_effect_with(props.run.observed.clone(), {
        let (marks, ways, running) = (marks.clone(), props.ways.clone(), props.run.running);
        move |observed| {
            let before = seen.replace(observed.iter().cloned().collect());
            let next = marks.last().map_or(0, |mark| mark.id + 1);
            let new = set_off(&before, observed, &ways, running, next);
            let end = (!new.is_empty() && !is_motion_reduced()).then(|| {
                let kept = &marks[marks.len().saturating_sub(UNDER_WAY)..];
                marks.set(kept.iter().chain(&new).cloned().collect());
                let setter = marks.setter();
                Timeout::new(TRAVEL + 2 * SPREAD, move || setter.set(Vec::new()))
            });
            move || drop(end)
        }
    });
    html! {
        { for marks.iter().filter_map(|mark| {
            let way = props.ways.iter().find(|way| way.version == mark.version)?;
            Some(html! {
                <MarkView
                    key={mark.id}
                    delay={mark.delay}
                    way={way.clone()}
                    tone={tone(Some(&props.run), &mark.version)}
                />
            })
        }) }
    }
}

/// The marks for what was answered since the run was last shown.
fn set_off(
    before: &BTreeMap<Qualifier, u32>,
    observed: &[(Qualifier, u32)],
    ways: &[Way],
    running: bool,
    first: u32,
) -> Vec<Mark> {
    let new = ways.iter().flat_map(|way| {
        let now = observed.iter().find(|(version, _)| *version == way.version);
        let now = now.map_or(0, |(_, count)| *count);
        let before = before.get(&way.version).copied().unwrap_or_default();
        let new = now.saturating_sub(before).min(way.at_once(running));
        (0..new).map(move |place| (way.version.clone(), place * SPREAD / new))
    });
    (first..)
        .zip(new)
        .map(|(id, (version, delay))| Mark { id, version, delay })
        .collect()
}

#[derive(Properties, PartialEq)]
struct MarkViewProps {
    delay: u32,
    way: Way,
    tone: Option<usize>,
}

#[component]
fn MarkView(props: &MarkViewProps) -> Html {
    let node = use_node_ref();
    use_effect_with((), {
        let (node, points, delay) = (node.clone(), props.way.points.clone(), props.delay);
        move |()| {
            if let Some(element) = node.cast::<Element>() {
                travel(&element, &points, delay);
            }
        }
    });
    html! {
        <g class="map__mark" opacity="0" ref={node}>
            { sign(Sign::of(&props.way.version), props.tone) }
        </g>
    }
}

/// One moment of an animation.
#[derive(Serialize)]
struct Keyframe {
    transform: String,
    opacity: f64,
}

#[derive(Serialize)]
struct Timing {
    delay: u32,
    duration: u32,
    fill: &'static str,
}

#[wasm_bindgen]
extern "C" {
    type Animated;
    #[wasm_bindgen(method)]
    fn animate(this: &Animated, keyframes: JsValue, timing: JsValue) -> JsValue;
}

/// Moves an element along its way once; it cannot be seen before and after.
fn travel(element: &Element, points: &[(f64, f64)], delay: u32) {
    let last = points.len().saturating_sub(1);
    let keyframes: Vec<Keyframe> = points
        .iter()
        .enumerate()
        .map(|(place, (x, y))| Keyframe {
            transform: format!("translate({x:.1}px, {y:.1}px)"),
            opacity: if place == 0 || place == last {
                0.0
            } else {
                1.0
            },
        })
        .collect();
    let timing = Timing {
        delay,
        duration: TRAVEL,
        fill: "both",
    };
    let keyframes = serde_wasm_bindgen::to_value(&keyframes);
    if let (Ok(keyframes), Ok(timing)) = (keyframes, serde_wasm_bindgen::to_value(&timing)) {
        element
            .unchecked_ref::<Animated>()
            .animate(keyframes, timing);
    }
}

fn is_motion_reduced() -> bool {
    let query = window().map(|window| window.match_media("(prefers-reduced-motion: reduce)"));
    let list = query.and_then(|query| query.ok().flatten());
    list.is_some_and(|list| list.matches())
}
