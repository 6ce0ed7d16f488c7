//! Tells states apart by what is left of each wait, never by the clock: two states in which the same can happen are
//! the same. It reads a machine as it is stored, so that no part of it can be forgotten.
//!
//! What is coarse: a wait of ten minutes and more counts by whether it is over, numbers of calls and the digits spoken
//! in them not at all, and what was fixed at acceptance not at all, for it is the same in every state of a world.

use std::fmt::Display;
use std::hash::{DefaultHasher, Hash, Hasher};

use mayday_protocol::Time;
use mayday_protocol::incident::Incident;
use serde::ser::{self, Serialize};

/// From here on a wait is longer than everything that is told apart.
const LONG_MS: u64 = 600_000;
/// Keys are not heard for longer than this (M9), so nothing asks how long ago something was.
const AGO_MS: u64 = 2_000;

/// A number for everything that can still happen in an incident.
pub(crate) fn left(incident: &Incident, now: Time) -> u64 {
    let mut writer = Writer { hasher: DefaultHasher::new(), now_us: now.boot_us(), read: None, set_at_us: 0 };
    incident.serialize(&mut writer).expect("a number can be made of anything");
    writer.hasher.finish()
}

struct Writer {
    hasher: DefaultHasher,
    now_us: u64,
    /// While a time is read: the last number seen, which is not part of the state.
    read: Option<u64>,
    set_at_us: u64,
}

#[derive(Debug)]
struct Never;

impl Display for Never {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a state that cannot be read")
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Done = Result<(), Never>;

impl Writer {
    fn put(&mut self, part: impl Hash) -> Done {
        part.hash(&mut self.hasher);
        Ok(())
    }
}

/// Part of a state: a struct, a list, a value of an enum.
struct Part<'a> {
    writer: &'a mut Writer,
    name: &'static str,
    /// Milliseconds that a wait lasts.
    length_ms: u64,
    /// Whether this is read as a whole, and nothing of it is part of the state by itself.
    is_time: bool,
}

impl<'a> Part<'a> {
    fn of(writer: &'a mut Writer, name: &'static str) -> Self {
        Part { writer, name, length_ms: 0, is_time: name == "Time" }
    }

    fn number<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<u64, Never> {
        let outer = self.writer.read.replace(0);
        value.serialize(&mut *self.writer)?;
        let number = self.writer.read.take();
        self.writer.read = outer;
        Ok(number.unwrap_or(0))
    }
}

impl ser::SerializeStruct for Part<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Done {
        match (self.name, key) {
            ("Incident", "acceptance" | "calls_placed")
            | ("ActiveCall", "number")
            | ("Message", "call")
            | ("Call", "digits") => Ok(()),
            ("Time", "boot_us") => {
                self.writer.set_at_us = self.number(value)?;
                Ok(())
            }
            ("Time", _) => Ok(()),
            ("Timer", "length_ms") => {
                self.length_ms = self.number(value)?;
                Ok(())
            }
            ("Timer", _) => {
                // The time within: it is part of the wait.
                self.writer.read = Some(0);
                value.serialize(&mut *self.writer)?;
                self.writer.read = None;
                Ok(())
            }
            (_, key) => {
                self.writer.put(key)?;
                value.serialize(&mut *self.writer)
            }
        }
    }

    fn end(self) -> Done {
        let ago_ms = (self.writer.now_us - self.writer.set_at_us.min(self.writer.now_us)) / 1_000;
        if self.name == "Timer" {
            let left_ms = self.length_ms - ago_ms.min(self.length_ms);
            return self.writer.put(if self.length_ms < LONG_MS { left_ms } else { left_ms.min(1) });
        }
        if self.is_time && self.writer.read.is_none() {
            return self.writer.put(ago_ms.min(AGO_MS));
        }
        Ok(())
    }
}

macro_rules! hashed {
    ($($method:ident($kind:ty)),*) => {$(
        fn $method(self, value: $kind) -> Done {
            self.put(value)
        }
    )*};
}

impl<'a> ser::Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Part<'a>;
    type SerializeTuple = Part<'a>;
    type SerializeTupleStruct = Part<'a>;
    type SerializeTupleVariant = Part<'a>;
    type SerializeMap = ser::Impossible<(), Never>;
    type SerializeStruct = Part<'a>;
    type SerializeStructVariant = Part<'a>;

    hashed!(
        serialize_bool(bool),
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u32(u32),
        serialize_char(char),
        serialize_str(&str),
        serialize_bytes(&[u8])
    );

    fn serialize_u64(self, value: u64) -> Done {
        match &mut self.read {
            Some(read) => {
                *read = value;
                Ok(())
            }
            None => self.put(value),
        }
    }

    fn serialize_f32(self, _: f32) -> Done {
        Err(Never)
    }

    fn serialize_f64(self, _: f64) -> Done {
        Err(Never)
    }

    fn serialize_none(self) -> Done {
        self.put(0_u8)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        self.put(1_u8)?;
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, variant: u32, _: &'static str) -> Done {
        self.put(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        value: &T,
    ) -> Done {
        self.put(variant)?;
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Part<'a>, Never> {
        self.put(length)?;
        Ok(Part::of(self, ""))
    }

    fn serialize_tuple(self, _: usize) -> Result<Part<'a>, Never> {
        Ok(Part::of(self, ""))
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Part<'a>, Never> {
        Ok(Part::of(self, name))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Part<'a>, Never> {
        self.put(variant)?;
        Ok(Part::of(self, ""))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Never> {
        Err(Never)
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Part<'a>, Never> {
        Ok(Part::of(self, name))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Part<'a>, Never> {
        self.put(variant)?;
        Ok(Part::of(self, ""))
    }
}

macro_rules! parts {
    ($($kind:ident::$method:ident),*) => {$(
        impl ser::$kind for Part<'_> {
            type Ok = ();
            type Error = Never;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
                value.serialize(&mut *self.writer)
            }

            fn end(self) -> Done {
                Ok(())
            }
        }
    )*};
}

parts!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);

impl ser::SerializeStructVariant for Part<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Done {
        self.writer.put(key)?;
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Done {
        Ok(())
    }
}
