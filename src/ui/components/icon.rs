use yew::prelude::*;

/// A small drawing beside words or, in an icon button, in place of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    CaretDown,
    Check,
    Circle,
    Clock,
    Close,
    Cross,
    Play,
    Skipped,
    Square,
    Warning,
}

impl Icon {
    /// The drawing, hidden from assistive technology.
    pub fn draw(self) -> Html {
        html! {
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <path d={self.path()} />
            </svg>
        }
    }

    fn path(self) -> &'static str {
        match self {
            Self::CaretDown => "M4 6l4 4 4-4",
            Self::Check => "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M5 8l2 2 4-4",
            Self::Circle => "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11",
            Self::Clock => "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M8 4.5V8l2.5 2",
            Self::Close => "M3 3l10 10M13 3L3 13",
            Self::Cross => "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M5.5 5.5l5 5M10.5 5.5l-5 5",
            Self::Play => "M4.5 3L12.5 8L4.5 13Z",
            Self::Skipped => "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M5 8h6",
            Self::Square => "M4 4h8v8H4Z",
            Self::Warning => "M8 2L15 14H1ZM8 6.5V10M8 11.3V12.3",
        }
    }
}
