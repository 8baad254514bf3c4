//! Crate docs with `code` and a [link](https://example.org).
#![allow(dead_code)]

use std::{collections::HashMap, fmt::{self, Display}};

/// Doc comment
/* block /* nested */ still */
pub mod ring {
    pub(crate) const CAP: usize = 1_000;
    static mut COUNT: u64 = 0xFF_u64;
}

#[derive(Debug, Clone, PartialEq)]
#[cfg(all(feature = "std", not(test)))]
pub enum Event<'a, T: ?Sized + 'a> where T: Display {
    None,
    Key { code: u8, name: &'a str },
    Many(Vec<Box<dyn Fn(&T) -> Option<i32> + Send>>),
}

macro_rules! max {
    ($x:expr) => ($x);
    ($x:expr, $($rest:expr),+ $(,)?) => {{
        let a = $x; let b = max!($($rest),+);
        if a > b { a } else { b }
    }};
}

impl<'a, T> fmt::Display for Event<'a, T>
where
    T: Display + ?Sized,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Event::None => write!(f, "none"),
            Event::Key { code: c @ 0..=9, ref name } if c != 3 => write!(f, "{name}: {c:>5.2} {{}}"),
            Event::Key { .. } | Event::Many(_) => unreachable!(),
        }
    }
}

async fn fetch<const N: usize>(url: &str) -> Result<[u8; N], Box<dyn std::error::Error>> {
    let bytes = b"bytes \x41\n";
    let raw = r#"raw "string" with \n"#;
    let multi = "line one \
                 line two \u{1F600} \"quoted\"";
    let (x, y): (f64, char) = (1.5e-3_f64, '\'');
    let lifetime: &'static str = "x";
    let r#type = 'a: loop {
        if let Some(n) = url.len().checked_sub(1) { break 'a n as i64; }
        continue 'a;
    };
    let closure = |a: i32, mut b| -> i32 { b += a; b << 2 };
    let v: Vec<_> = (0..10).filter(|n| n % 2 == 0).map(move |n| n * x as usize).collect::<Vec<_>>();
    for (i, item) in v.iter().enumerate().rev() {
        println!("{i:#06x} {} {0:?}", item, y = y);
    }
    unsafe { *(0xdead as *const u8); }
    fetch_inner(url).await?;
    Ok([0; N])
}

trait Shape: Send + Sync {
    type Out<'b>: Iterator<Item = &'b u8> where Self: 'b;
    const SIDES: u32 = 0b1010;
    fn area(&self) -> f32;
    fn name() -> String { String::from("shape") }
}

extern "C" { fn strlen(s: *const i8) -> usize; }

#[test]
fn works() {
    assert_eq!(max!(1, 2, 3), 3, "max of {}", 3);
    let Ok(n) = "12".parse::<u8>() else { panic!("no") };
    let _ = !n & 0o17 | 1 ^ 2;
}
