/// Declares each word once, with its two languages beside one another.
macro_rules! words {
    ($(#[$about:meta])* $type:ident $(with $part:ident: $part_type:ident)?; $($name:ident: $zh:literal, $en:literal;)*) => {
        $(#[$about])*
        #[allow(missing_docs)] // A word's name and its text say it all.
        pub struct $type {
            $($part: &'static $part_type,)?
            $(pub $name: &'static str,)*
        }

        impl $type {
            pub(super) const ZH: Self = Self { $($part: &$part_type::ZH,)? $($name: $zh,)* };
            pub(super) const EN: Self = Self { $($part: &$part_type::EN,)? $($name: $en,)* };
            #[cfg(test)]
            pub(super) const PAIRS: &[(&str, &str, &str)] = &[$((stringify!($name), $zh, $en),)*];
        }
    };
}
