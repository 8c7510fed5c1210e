use web_sys::{Storage, window};
use yew::prelude::*;

const KEY: &str = "theme";

/// Which colours the page takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// Those of the system, as it changes.
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value of `data-theme` on the root element, and of what is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    fn stored() -> Option<Self> {
        Self::from_name(&storage()?.get_item(KEY).ok()??)
    }

    /// Keeps the choice; where storage is blocked it lasts as long as the page.
    fn store(self) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, self.name());
        }
    }

    fn apply(self) {
        let root = window()
            .and_then(|window| window.document())
            .and_then(|document| document.document_element());
        if let Some(root) = root {
            let _ = root.set_attribute("data-theme", self.name());
        }
    }
}

/// The theme in use, and how to choose another.
#[hook]
pub fn use_theme() -> (Theme, Callback<Theme>) {
    let theme = use_state_eq(|| Theme::stored().unwrap_or_default());
    use_effect_with(*theme, |theme| theme.apply());
    let choose = {
        let theme = theme.clone();
        Callback::from(move |chosen: Theme| {
            chosen.store();
            theme.set(chosen);
        })
    };
    (*theme, choose)
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}
