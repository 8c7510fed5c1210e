use std::cell::Cell;

use yew::prelude::*;

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(1) };
}

/// Gives the calling component an element id that no other has, the same at every render.
#[hook]
pub fn use_id() -> AttrValue {
    let id = use_memo((), |()| {
        let number = NEXT.get();
        NEXT.set(number + 1);
        AttrValue::from(format!("id-{number}"))
    });
    (*id).clone()
}
