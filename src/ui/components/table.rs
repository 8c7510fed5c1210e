use yew::prelude::*;

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub heading: AttrValue,
    /// Aligns figures at their end.
    pub numeric: bool,
}

impl Column {
    pub fn text(heading: impl Into<AttrValue>) -> Self {
        Self {
            heading: heading.into(),
            numeric: false,
        }
    }

    pub fn number(heading: impl Into<AttrValue>) -> Self {
        Self {
            heading: heading.into(),
            numeric: true,
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct TableProps {
    /// The table's name.
    pub label: AttrValue,
    pub columns: Vec<Column>,
    /// Rows of plain cells, one line of text each; the class `number` aligns figures.
    pub children: Html,
}

/// A table that scrolls by itself where the screen is narrower.
#[component]
pub fn Table(props: &TableProps) -> Html {
    html! {
        <div class="table-frame" role="group" aria-label={&props.label} tabindex="0">
            <table class="table" aria-label={&props.label}>
                <thead>
                    <tr>
                        { for props.columns.iter().map(|column| html! {
                            <th scope="col" class={column.numeric.then_some("number")}>
                                { &column.heading }
                            </th>
                        }) }
                    </tr>
                </thead>
                <tbody>{ props.children.clone() }</tbody>
            </table>
        </div>
    }
}
