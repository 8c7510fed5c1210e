use yew::prelude::*;

use crate::lambda::{Files, Package, zip_files};
use crate::ui::components::{Dialog, Field};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct PathDialogProps {
    pub(super) title: AttrValue,
    /// The words on the button, which name the act.
    pub(super) act: AttrValue,
    /// The path to begin with.
    #[prop_or_default]
    pub(super) path: String,
    /// What there is beside the file.
    pub(super) files: Files,
    /// Called with the path that the file is to have.
    pub(super) onpath: Callback<String>,
    pub(super) onclose: Callback<()>,
}

/// Asks where in the function's code a file is to be.
#[component]
pub(super) fn PathDialog(props: &PathDialogProps) -> Html {
    let path = use_state(|| props.path.clone());
    let refused = use_state(|| None::<&'static str>);
    let onsubmit = {
        let PathDialogProps {
            files,
            onpath,
            onclose,
            ..
        } = props.clone();
        let (path, refused) = (path.clone(), refused.setter());
        Callback::from(move |()| match objection(&path, &files) {
            None => {
                onclose.emit(());
                onpath.emit((*path).clone());
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
        <Dialog title={&props.title} submit={&props.act} {onsubmit} onclose={&props.onclose}>
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
