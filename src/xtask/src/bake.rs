use anyhow::{Context as _, Result, ensure};
use wasm_encoder::{ConstExpr, CustomSection, DataCountSection, DataSection, Module, RawSection};
use wasmparser::{DataKind, Parser, Payload};

/// The section that tells how many pages of memory the module begins with; `src/js/worker/guest.js` reads it.
const PAGES: &str = "pages";

const PAGE: usize = 65_536;

/// So many zeros in a row are cheaper left out than written down.
const GAP: usize = 64;

/// Puts the memory that a module left when it had booted in the place of the data that it begins with, so that every
/// instance goes on from there.
///
/// What an instance does when it starts goes too: it would wipe the memory behind the data that the module had.
///
/// # Errors
///
/// If it is no module, or one whose data is not all placed when it is instantiated.
pub(crate) fn bake(module: &[u8], memory: &[u8]) -> Result<Vec<u8>> {
    let runs = runs(memory);
    let mut baked = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the guest is no module")?;
        match &payload {
            Payload::StartSection { .. } => {}
            Payload::DataCountSection { .. } => {
                let count = u32::try_from(runs.len())?;
                baked.section(&DataCountSection { count });
            }
            Payload::DataSection(section) => {
                for segment in section.clone() {
                    let is_placed = matches!(segment?.kind, DataKind::Active { .. });
                    ensure!(is_placed, "the guest has data that it places itself");
                }
                baked.section(&data(memory, &runs)?);
            }
            _ => {
                if let Some((id, range)) = payload.as_section() {
                    let data = &module[usize::try_from(range.start)?..usize::try_from(range.end)?];
                    baked.section(&RawSection { id, data });
                }
            }
        }
    }
    let pages = memory.len().div_ceil(PAGE).to_string();
    baked.section(&CustomSection {
        name: PAGES.into(),
        data: pages.as_bytes().into(),
    });
    Ok(baked.finish())
}

/// Returns where the memory holds anything, as start and end.
fn runs(memory: &[u8]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (place, _) in memory.iter().enumerate().filter(|(_, byte)| **byte != 0) {
        match runs.last_mut() {
            Some((_, end)) if place - *end < GAP => *end = place + 1,
            _ => runs.push((place, place + 1)),
        }
    }
    runs
}

fn data(memory: &[u8], runs: &[(usize, usize)]) -> Result<DataSection> {
    let mut data = DataSection::new();
    for (start, end) in runs {
        let offset = ConstExpr::i32_const(i32::try_from(*start)?);
        data.active(0, &offset, memory[*start..*end].iter().copied());
    }
    Ok(data)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, EntityType, Function, FunctionSection, ImportSection, MemoryType,
        StartSection, TypeSection,
    };
    use wasmparser::Operator;

    use super::*;

    /// A module that begins with some data, and wipes memory when it starts.
    fn module(data: &DataSection) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        let memory = MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        imports.import("env", "memory", EntityType::Memory(memory));
        let mut functions = FunctionSection::new();
        functions.function(0);
        let start = StartSection { function_index: 0 };
        let mut code = CodeSection::new();
        let mut function = Function::new([]);
        function.instructions().end();
        code.function(&function);
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&start)
            .section(&code)
            .section(data);
        module.finish()
    }

    /// The offset and the bytes of each segment.
    fn segments(module: &[u8]) -> Vec<(i32, Vec<u8>)> {
        let mut segments = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload.unwrap();
            assert!(!matches!(payload, Payload::StartSection { .. }));
            let Payload::DataSection(section) = payload else {
                continue;
            };
            for segment in section {
                let segment = segment.unwrap();
                let DataKind::Active { offset_expr, .. } = segment.kind else {
                    panic!("it is not placed");
                };
                let Operator::I32Const { value } =
                    offset_expr.get_operators_reader().read().unwrap()
                else {
                    panic!("its place is not constant");
                };
                segments.push((value, segment.data.to_vec()));
            }
        }
        segments
    }

    #[test]
    fn a_baked_module_begins_with_the_memory_it_is_given() {
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(8), *b"old");
        let mut memory = vec![0; 2 * PAGE];
        memory[8..11].copy_from_slice(b"new");
        memory[20] = 1;
        memory[PAGE..PAGE + 4].copy_from_slice(b"heap");

        let baked = bake(&module(&data), &memory).unwrap();

        let near = [b"new".as_slice(), &[0; 9], &[1]].concat();
        let heap = (i32::try_from(PAGE).unwrap(), b"heap".to_vec());
        assert_eq!(segments(&baked), [(8, near), heap]);
        let pages = Parser::new(0).parse_all(&baked).find_map(|payload| {
            let Payload::CustomSection(section) = payload.unwrap() else {
                return None;
            };
            (section.name() == PAGES).then(|| section.data().to_vec())
        });
        assert_eq!(pages.as_deref(), Some(b"2".as_slice()));
    }

    #[test]
    fn what_cannot_be_baked_is_said() {
        let mut data = DataSection::new();
        data.passive(*b"later");
        let placed = bake(&module(&data), &[]).unwrap_err().to_string();
        assert_eq!(placed, "the guest has data that it places itself");
        let module = bake(b"text", &[]).unwrap_err().to_string();
        assert_eq!(module, "the guest is no module");
    }
}
