use std::rc::Rc;

use fluent_bundle::FluentValue;
use intl_memoizer::IntlLangMemoizer;
use yew::prelude::*;

use crate::lessons::{Facts, Language, Texts};
use crate::ui::playground::use_playground;

/// The texts of the lessons in the chosen language, with the facts of the open lesson.
#[derive(Clone)]
pub struct Told {
    texts: Rc<Texts>,
    facts: Facts,
}

/// The texts of the open lesson.
#[hook]
pub fn use_told() -> Told {
    let playground = use_playground();
    let language = playground.learning().language;
    let texts = use_memo(language, |language| {
        Texts::new(*language, Some(number(*language)))
    });
    Told {
        texts,
        facts: playground.lesson_facts(),
    }
}

impl Told {
    /// A text by its name.
    #[must_use]
    pub fn get(&self, name: &str) -> String {
        self.texts.get(name, &self.facts)
    }

    /// A text by its name, if there is one.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<String> {
        self.texts.find(name, &self.facts)
    }

    /// A text by its name, with facts of its own.
    #[must_use]
    pub fn with(&self, name: &str, add: impl FnOnce(&mut Facts)) -> String {
        let mut facts = self.facts.clone();
        add(&mut facts);
        self.texts.get(name, &facts)
    }
}

/// Numbers as the browser writes them in a language.
fn number(language: Language) -> fn(&FluentValue, &IntlLangMemoizer) -> Option<String> {
    match language {
        Language::English => |value, _| written(value, Language::English),
        Language::German => |value, _| written(value, Language::German),
    }
}

fn written(value: &FluentValue, language: Language) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let text = js_sys::Number::from(number.value).to_locale_string(language.code());
    Some(text.into())
}
