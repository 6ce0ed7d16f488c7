//! The shape that everything has which a machine hears, says or keeps: compared, hashed and stored by its names.

macro_rules! data {
    ($item:item) => {
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
        $item
    };
}
pub(crate) use data;
