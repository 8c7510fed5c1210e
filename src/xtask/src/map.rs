use std::ops::Range;

/// Returns where a linker's map has data with a text in its symbol.
///
/// A line of the map has an address, which code has not, an offset in the file, a size, and what lies there: a section,
/// a file's part of one, or in this part a symbol.
pub(crate) fn places(map: &str, text: &str) -> Vec<Range<usize>> {
    map.lines()
        .filter(|line| line.contains(text))
        .filter_map(|line| {
            let mut fields = line.split_whitespace();
            let start = hexadecimal(fields.next()?)?;
            let size = hexadecimal(fields.nth(1)?)?;
            let is_symbol = !fields.next()?.contains(":(");
            is_symbol.then_some(start..start + size)
        })
        .collect()
}

fn hexadecimal(text: &str) -> Option<usize> {
    usize::from_str_radix(text, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "
    Addr      Off     Size Out     In      Symbol
       -       11   cb4cb9 CODE
       -      7a1       2c         guest.o:(_ZN6common3cjk6decodeE)
       -      7a1       2c                 _ZN6common3cjk6decodeE
       -   cbdb2c   9bf525 DATA
   80000   cbdb34   9bea48 .rodata
   7bb6ec  13f9223     26d         guest.o:(.rodata._ZN6common3cjk5TABLEE)
   7bb6ec  13f9223     26d                 _ZN6common3cjk5TABLEE
   7bb959  13f9490      3c         guest.o:(.rodata._ZN6common5OTHERE)
   7bb959  13f9490      3c                 _ZN6common5OTHERE
";

    #[test]
    fn data_is_found_by_its_symbol() {
        let (table, other) = (0x7b_b6ec..0x7b_b959, 0x7b_b959..0x7b_b995);
        assert_eq!(places(MAP, "common"), [table.clone(), other]);
        assert_eq!(places(MAP, "3cjk"), vec![table]);
        assert_eq!(places(MAP, "missing"), []);
    }
}
