use leptos::prelude::*;

/// Names every sign of the sprite once: the enum, its ids and the list of all.
macro_rules! icons {
    ($($(#[$meta:meta])* $icon:ident = $id:literal),* $(,)?) => {
        /// A sign of the sprite in `index.html`. One that the sprite lacks would be an empty place without a
        /// word, so both are held against each other by a test.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum IconName {
            $($(#[$meta])* $icon),*
        }

        impl IconName {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$icon),*];

            /// Where it stands in the page.
            pub fn href(self) -> &'static str {
                match self {
                    $(Self::$icon => concat!("#icon-", $id)),*
                }
            }
        }
    };
}

icons! {
    /// Numbers as pictures.
    Chart = "chart",
    /// Chosen, or open.
    Check = "check",
    /// It opens.
    Chevron = "chevron",
    /// A picture that a phone reads.
    Code = "code",
    /// The table's columns.
    Columns = "columns",
    /// Worked out by the page.
    Computed = "computed",
    /// Copies.
    Copy = "copy",
    /// Closes, or takes away.
    Cross = "cross",
    /// Down, or descending.
    Down = "down",
    /// Nothing was found.
    Empty = "empty",
    /// Shows what is hidden.
    Eye = "eye",
    /// Not to be seen.
    EyeOff = "eye-off",
    /// Narrows the list.
    Filter = "filter",
    /// As wide as what it holds.
    Fit = "fit",
    /// Can be dragged.
    Grip = "grip",
    /// The keys.
    Keyboard = "keyboard",
    /// To the left, or back.
    Left = "left",
    /// May not be seen.
    Lock = "lock",
    /// More can be done.
    More = "more",
    /// Opens beside the list.
    Open = "open",
    /// Signs out.
    Out = "out",
    /// Opens in a tab of its own.
    Outside = "outside",
    /// Who is signed in.
    Person = "person",
    /// Can be called.
    Phone = "phone",
    /// A number that cannot be called.
    PhoneOff = "phone-off",
    /// Stays at the left.
    Pin = "pin",
    /// Makes a new one.
    Plus = "plus",
    /// Asks again.
    Refresh = "refresh",
    /// To the right, or on.
    Right = "right",
    /// Searches.
    Search = "search",
    /// The order of the list.
    Sort = "sort",
    /// Up, or ascending.
    Up = "up",
    /// A saved view.
    View = "view",
    /// Something went wrong.
    Warning = "warning",
}

/// A sign from the sprite in `index.html`. It is never alone: the control beside it has the name.
#[component]
pub fn Icon(
    /// The sign.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" width="16" height="16" aria-hidden="true">
            <use href=name.href()></use>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::IconName;

    /// The views' mark of the open one was drawn from a sign that no sprite had.
    #[test]
    fn the_sprite_has_every_icon_and_no_other() {
        let page = include_str!("../../../index.html");
        let mut sprite: Vec<&str> =
            page.split("<symbol id=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
        let mut icons: Vec<&str> = IconName::ALL.iter().map(|icon| &icon.href()[1..]).collect();
        sprite.sort_unstable();
        icons.sort_unstable();
        assert_eq!(sprite, icons);
    }
}
