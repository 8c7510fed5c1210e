use std::collections::BTreeMap;
use std::fmt;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use intl_memoizer::IntlLangMemoizer;
use unic_langid::{LanguageIdentifier, langid};

/// A language that the lessons are told in; the words of the console and of the API are the same in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    English,
    German,
}

/// How a number is written; nothing to have it written plainly.
pub type NumberFormat = fn(&FluentValue, &IntlLangMemoizer) -> Option<String>;

/// The texts of the lessons in one language, and in English what that language lacks.
pub struct Texts(Vec<FluentBundle<FluentResource>>);

/// What texts speak of, by the names they have there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts(BTreeMap<&'static str, Fact>);

#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    Text(String),
    /// One that decides between forms such as singular and plural.
    Number(f64),
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// The language's code, as `lang` attributes have it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// What its speakers call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language of a code such as `de` or `de-AT`, if the lessons are told in it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split('-').next()?;
        Self::ALL.into_iter().find(|it| it.code() == primary)
    }

    /// The file of its texts.
    #[must_use]
    pub fn source(self) -> &'static str {
        match self {
            Self::English => include_str!("texts/en.ftl"),
            Self::German => include_str!("texts/de.ftl"),
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::English => langid!("en"),
            Self::German => langid!("de"),
        }
    }
}

impl Texts {
    #[must_use]
    pub fn new(language: Language, number: Option<NumberFormat>) -> Self {
        let mut languages = vec![language];
        languages.extend((language != Language::English).then_some(Language::English));
        let bundle = |language: Language| {
            let mut bundle = FluentBundle::new(vec![language.identifier()]);
            // Marks around what is filled in would stand in what is copied and compared.
            bundle.set_use_isolating(false);
            bundle.set_formatter(number);
            // What cannot be read is missing, which a test notices.
            let resource = FluentResource::try_new(language.source().to_owned())
                .unwrap_or_else(|(resource, _)| resource);
            let _ = bundle.add_resource(resource);
            bundle
        };
        Self(languages.into_iter().map(bundle).collect())
    }

    /// The text of a message, or of an attribute of it written as `message.attribute`; its name if there is none.
    #[must_use]
    pub fn get(&self, name: &str, facts: &Facts) -> String {
        self.find(name, facts).unwrap_or_else(|| name.to_owned())
    }

    /// The text of a message or of an attribute, if there is one.
    #[must_use]
    pub fn find(&self, name: &str, facts: &Facts) -> Option<String> {
        let (id, attribute) = match name.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (name, None),
        };
        let arguments = facts.arguments();
        self.0.iter().find_map(|bundle| {
            let message = bundle.get_message(id)?;
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => message.value()?,
            };
            let text = bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new());
            Some(text.into_owned())
        })
    }
}

impl Facts {
    /// Adds a text.
    pub fn text(&mut self, name: &'static str, value: &dyn fmt::Display) {
        self.0.insert(name, Fact::Text(value.to_string()));
    }

    /// Adds a number.
    pub fn number(&mut self, name: &'static str, value: impl Into<f64>) {
        self.0.insert(name, Fact::Number(value.into()));
    }

    /// One of the facts.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Fact> {
        self.0.get(name)
    }

    /// Adds a number of things.
    pub fn count(&mut self, name: &'static str, count: usize) {
        self.number(name, u32::try_from(count).unwrap_or(u32::MAX));
    }

    fn arguments(&self) -> FluentArgs<'_> {
        let facts = self.0.iter().map(|(name, fact)| {
            let value = match fact {
                Fact::Text(text) => FluentValue::from(text.as_str()),
                Fact::Number(number) => FluentValue::from(*number),
            };
            (*name, value)
        });
        facts.collect()
    }
}
