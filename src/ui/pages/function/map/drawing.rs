use yew::prelude::*;

use crate::lambda::{Qualifier, Weight};
use crate::release::{Layout, Line, ReleaseMap, Sign, share};

/// The edges, those of what is selected last, so that they lie on top.
pub(super) fn lines(map: &ReleaseMap, layout: &Layout, selected: &Qualifier) -> Html {
    let (front, back): (Vec<&Line>, Vec<&Line>) = layout
        .lines
        .iter()
        .partition(|line| is_selected(map, line, selected));
    html! {
        { for back.into_iter().chain(front).map(|line| {
            let (x, y) = line.end;
            html! {
                <g class={class(map, line, selected)}>
                    <path
                        class="map__line"
                        d={line.path()}
                        stroke-width={line.thickness().to_string()}
                    />
                    <path class="map__arrow" d={format!("M{} {y}l-11-8v16Z", x + 9.0)} />
                </g>
            }
        }) }
    }
}

/// What is written on the edges.
pub(super) fn weights(map: &ReleaseMap, layout: &Layout, selected: &Qualifier) -> Html {
    html! {
        { for layout.lines.iter().map(|line| {
            let label = line.label;
            html! {
                <g class={class(map, line, selected)}>
                    <rect
                        class="map__weight-box"
                        x={label.x.to_string()}
                        y={label.y.to_string()}
                        width={label.width.to_string()}
                        height={label.height.to_string()}
                        rx="10"
                    />
                    <text
                        class="map__weight"
                        x={(label.x + label.width / 2.0).to_string()}
                        y={(label.y + label.height / 2.0).to_string()}
                    >
                        { share(line.weight) }
                    </text>
                </g>
            }
        }) }
    }
}

fn class(map: &ReleaseMap, line: &Line, selected: &Qualifier) -> Classes {
    classes!(
        "map__edge",
        is_selected(map, line, selected).then_some("map__edge--selected"),
        (line.weight == Weight::default()).then_some("map__edge--nothing"),
    )
}

fn is_selected(map: &ReleaseMap, line: &Line, selected: &Qualifier) -> bool {
    *selected == Qualifier::Alias(map.aliases[line.alias].name.clone())
        || *selected == map.versions[line.version].qualifier
}

/// A version's sign around the origin, in a colour of the plots if it has one.
pub(super) fn sign(sign: Sign, tone: Option<usize>) -> Html {
    let tone = tone.map(|tone| format!("map__shape--{}", tone % 3 + 1));
    html! {
        <>
            <path class={classes!("map__shape", tone)} d={sign.shape} />
            <text class="map__letter" y={sign.drop.to_string()}>{ sign.letter.to_string() }</text>
        </>
    }
}
