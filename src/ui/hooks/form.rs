use std::ops::Deref;

use yew::prelude::*;

/// What has been typed into a form so far.
#[derive(Clone, PartialEq)]
pub struct UseForm<F>(UseStateHandle<F>);

/// Keeps what is typed into a form, from what it begins with.
#[hook]
pub fn use_form<F: 'static>(begin: impl FnOnce() -> F) -> UseForm<F> {
    UseForm(use_state(begin))
}

impl<F: Clone + 'static> UseForm<F> {
    /// What a control calls with its new value, so that one field of the form takes it.
    pub fn change<T: 'static>(&self, set: fn(&mut F, T)) -> Callback<T> {
        let form = self.0.clone();
        Callback::from(move |value| {
            let mut changed = (*form).clone();
            set(&mut changed, value);
            form.set(changed);
        })
    }
}

impl<F> Deref for UseForm<F> {
    type Target = F;

    fn deref(&self) -> &F {
        &self.0
    }
}
