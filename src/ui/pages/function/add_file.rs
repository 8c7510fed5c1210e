use yew::prelude::*;

use crate::lambda::{Files, Package, zip_files};
use crate::ui::components::{Dialog, Field};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct AddFileDialogProps {
    /// What there is already.
    pub(super) files: Files,
    /// Called with the new file's path.
    pub(super) onadd: Callback<String>,
    pub(super) onclose: Callback<()>,
}

/// Asks where in the function's code an empty file is to be.
#[component]
pub(super) fn AddFileDialog(props: &AddFileDialogProps) -> Html {
    let path = use_state(String::new);
    let refused = use_state(|| None::<&'static str>);
    let onsubmit = {
        let AddFileDialogProps {
            files,
            onadd,
            onclose,
        } = props.clone();
        let (path, refused) = (path.clone(), refused.setter());
        Callback::from(move |()| match objection(&path, &files) {
            None => {
                onclose.emit(());
                onadd.emit((*path).clone());
            }
            objection => refused.set(objection),
        })
    };
    let oninput = {
        let (path, refused) = (path.setter(), refused.setter());
        Callback::from(move |text| {
            path.set(text);
            refused.set(None);
        })
    };
    html! {
        <Dialog title="Add a file" submit="Add" {onsubmit} onclose={&props.onclose}>
            <Field
                label="Path"
                hint="Such as orders.py, or shop/orders.py for a module of the package shop."
                value={(*path).clone()}
                error={refused.map(AttrValue::Static)}
                {oninput}
            />
        </Dialog>
    }
}

/// Why there cannot be a file of that path.
fn objection(path: &str, files: &Files) -> Option<&'static str> {
    if files.contains_key(path) {
        return Some("The function has a file of that path already.");
    }
    let mut files = files.clone();
    files.insert(path.to_owned(), [].into());
    // What a zip of it would unpack to shows whether it is a path.
    let unpacked = zip_files(&files).and_then(Package::read).ok();
    let is_path = unpacked.is_some_and(|package| package.files().contains_key(path));
    (!is_path || path.trim().is_empty())
        .then_some("Give a path such as orders.py or shop/orders.py.")
}
