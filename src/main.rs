//! Starts the page.

fn main() {
    #[cfg(target_arch = "wasm32")]
    lambda_playground::ui::start();
}
