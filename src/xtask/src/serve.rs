#![expect(clippy::print_stdout, reason = "a command tells what it does")]

use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tower_http::services::ServeDir;

use crate::project::Project;
use crate::steps::Steps;
use crate::{build, dist};

/// The port that is tried first where none is asked for.
const PORT: u16 = 8080;

/// How many ports are tried where none is asked for.
const ATTEMPTS: u16 = 100;

/// What `serve` may be told.
pub(crate) struct Options {
    /// The one port that will do; without it, the first free one.
    pub(crate) port: Option<u16>,
    /// Whether the site is built first if anything changed.
    pub(crate) build: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: None,
            build: true,
        }
    }
}

/// Builds the site if anything changed, then serves it to this machine until it is stopped.
pub(crate) fn serve(project: &Project, steps: &Steps, options: &Options) -> Result<()> {
    if options.build {
        build::build_if_changed(project, steps)?;
    }
    let dist = project.dist();
    ensure!(
        dist.join("index.html").exists(),
        "dist/ holds no site: run `cargo xtask build`"
    );
    Runtime::new()?.block_on(async {
        let listener = listen(options.port).await?;
        println!(
            "Lambda Playground is at {} (end with Ctrl+C)",
            address(&listener)?
        );
        axum::serve(listener, site(&dist)).await?;
        Ok(())
    })
}

/// Serves a folder on a free port for as long as the runtime lives; returns its address.
pub(crate) fn serve_beside(runtime: &Runtime, folder: &Path) -> Result<String> {
    let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
    let address = address(&listener)?;
    let site = site(folder);
    runtime.spawn(async { axum::serve(listener, site).await });
    Ok(address)
}

fn address(listener: &TcpListener) -> Result<String> {
    Ok(format!("http://{}/", listener.local_addr()?))
}

async fn listen(port: Option<u16>) -> Result<TcpListener> {
    let ports = port.map_or(PORT..=PORT + ATTEMPTS, |port| port..=port);
    for candidate in ports {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)).await {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            result => return result.with_context(|| format!("port {candidate} cannot be used")),
        }
    }
    match port {
        Some(port) => bail!("port {port} is taken: choose another, or leave `--port` out"),
        None => bail!(
            "ports {PORT} to {} are taken: choose one by `--port`",
            PORT + ATTEMPTS
        ),
    }
}

fn site(folder: &Path) -> Router {
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip();
    Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn(set_caching))
}

/// Lets a browser keep what never changes, and makes it ask again for the rest.
async fn set_caching(request: Request, next: Next) -> Response {
    let hashed = request
        .uri()
        .path()
        .rsplit('/')
        .next()
        .is_some_and(dist::is_hashed);
    let mut response = next.run(request).await;
    let caching = if hashed && response.status().is_success() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    response
}

#[cfg(test)]
mod tests {
    use std::fs;

    use axum::body::Body;
    use axum::http::StatusCode;
    use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE};
    use tower::ServiceExt as _;

    use super::*;

    const MODULE: &str = "guest-0123456789abcdef.wasm";

    /// Asks for a path and returns the status and the headers that matter to a browser.
    fn get(path: &str, encodings: &'static str) -> (StatusCode, String) {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in [
            ("index.html", "page"),
            ("worker-0123456789abcdef.js", "script"),
            (MODULE, "module"),
            (&format!("{MODULE}.br"), "smaller"),
            (&format!("{MODULE}.gz"), "small"),
        ] {
            fs::write(folder.path().join(name), content).unwrap();
        }
        let request = Request::get(path).header(ACCEPT_ENCODING, encodings);
        let request = request.body(Body::empty()).unwrap();
        let response = Runtime::new()
            .unwrap()
            .block_on(site(folder.path()).oneshot(request))
            .unwrap();
        let headers = [CONTENT_TYPE, CONTENT_ENCODING, CACHE_CONTROL].map(|name| {
            response
                .headers()
                .get(name)
                .map_or("", |value| value.to_str().unwrap())
        });
        (response.status(), headers.join("; "))
    }

    fn check(path: &str, encodings: &'static str, headers: &str) {
        assert_eq!(
            get(path, encodings),
            (StatusCode::OK, headers.to_owned()),
            "{path}"
        );
    }

    #[test]
    fn a_browser_gets_the_best_copy_that_it_accepts() {
        let module = "/guest-0123456789abcdef.wasm";
        let kept = "public, max-age=31536000, immutable";
        check(module, "gzip, br", &format!("application/wasm; br; {kept}"));
        check(module, "gzip", &format!("application/wasm; gzip; {kept}"));
        check(module, "identity", &format!("application/wasm; ; {kept}"));
    }

    #[test]
    fn only_the_page_itself_is_asked_for_again() {
        check("/", "gzip, br", "text/html; ; no-cache");
        check(
            "/worker-0123456789abcdef.js",
            "gzip, br",
            "text/javascript; ; public, max-age=31536000, immutable",
        );
    }

    #[test]
    fn what_is_missing_is_not_cached() {
        let (status, headers) = get("/worker-fedcba9876543210.js", "br");
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert!(headers.ends_with("no-cache"), "{headers}");
    }
}
