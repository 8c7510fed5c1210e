//! What pages are made of: controls and containers that know nothing of Lambda.
//!
//! Each has its keyboard behaviour and its states; its looks are in the style sheet of its family
//! under `static/`. Names and roles are what assistive technology and tests find them by.

mod button;
mod chart;
mod confirm_dialog;
mod copy_button;
mod dialog;
mod editor;
mod empty_state;
mod field;
mod icon;
mod key_value;
mod menu_button;
mod message;
mod progress;
mod select;
mod status_badge;
mod table;
mod tabs;

pub use button::{Button, ButtonKind};
pub use chart::{Chart, ChartPicture, use_chart_picture};
pub use confirm_dialog::ConfirmDialog;
pub use copy_button::{CopyButton, copy};
pub use dialog::Dialog;
pub use editor::{Editor, Language, Mark, Position};
pub use empty_state::EmptyState;
pub use field::{Field, FieldKind};
pub use icon::Icon;
pub use key_value::KeyValue;
pub use menu_button::{MenuButton, MenuItem};
pub use message::use_messages;
pub use message::{
    Message, MessageAction, MessageArea, MessageBox, MessageKind, Messages, MessagesProvider,
};
pub use progress::Progress;
pub use select::{Choice, Choices, Select};
pub use status_badge::{Status, StatusBadge};
pub use table::{Column, Table};
pub use tabs::{TabItem, Tabs};
