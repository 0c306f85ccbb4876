use crate::components::{Icon, IconName};
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::style::style;
use std::borrow::Cow;

/// An element that stands in a cell, as data. Cards and the preview show it by a view. The table draws it by
/// hand: a view that is filled anew takes every attribute off its elements and sets all of them again, and a
/// page turned fills some hundred cells.
#[derive(Debug, PartialEq)]
pub(crate) struct Markup {
    /// The element's name.
    pub tag: &'static str,
    /// Names and values, in the order they were given.
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    /// The colour of a label.
    pub color: Option<String>,
    /// What stands in it.
    pub children: Vec<Child>,
}

/// What stands in an element.
#[derive(Debug, PartialEq)]
pub(crate) enum Child {
    /// Words.
    Text(String),
    /// A sign.
    Icon(IconName),
    /// Another element.
    Element(Markup),
}

/// The property by which the style sheet knows the colour of a label.
pub(crate) const COLOR: &str = "--label";

impl Markup {
    /// An element of a class.
    pub fn new(tag: &'static str, class: &'static str) -> Self {
        Self { tag, attributes: vec![("class", class.into())], color: None, children: Vec::new() }
    }

    /// The same with an attribute, where there is a value for it.
    pub fn with(mut self, name: &'static str, value: Option<impl Into<Cow<'static, str>>>) -> Self {
        self.attributes.extend(value.map(|value| (name, value.into())));
        self
    }

    /// The same with some more in it.
    pub fn with_children(mut self, children: impl IntoIterator<Item = Child>) -> Self {
        self.children.extend(children);
        self
    }

    /// As a view.
    pub fn view(self) -> AnyView {
        let Self { tag, attributes, color, children } = self;
        let attributes =
            attributes.into_iter().map(|(name, value)| custom_attribute(name, value).into_any_attr());
        let color = color.map(|color| style((COLOR, color)).into_any_attr());
        let attributes: Vec<AnyAttribute> = attributes.chain(color).collect();
        let children: Vec<_> = children.into_iter().map(Child::view).collect();
        custom(tag).child(children).add_any_attr(attributes).into_any()
    }
}

impl Child {
    fn view(self) -> AnyView {
        match self {
            Self::Text(text) => text.into_any(),
            Self::Icon(name) => view! { <Icon name /> }.into_any(),
            Self::Element(markup) => markup.view(),
        }
    }
}
