//! What raises an alarm: a sensor, a button or a code. Each belongs to one kind (F1, G1, H1, I1, J1, K1).

use super::cells::{Kind, cell};

cell! {
    /// What raised an alarm.
    pub enum Trigger {
        /// A door or window was opened.
        ContactSensor,
        /// Something moved.
        MotionDetector,
        /// Glass broke.
        GlassBreak,
        /// A listener heard a smoke alarm.
        SmokeListener,
        /// A smoke alarm.
        SmokeAlarm,
        /// A listener heard a carbon monoxide alarm.
        CoListener,
        /// A carbon monoxide alarm.
        CoAlarm,
        /// A panic button.
        PanicButton,
        /// Keypad, first generation: ✕ and ✓ for three seconds.
        KeypadPanic,
        /// Keypad, second generation: the police button for three seconds.
        KeypadPolice,
        /// Keypad, second generation: the fire button for three seconds.
        KeypadFire,
        /// Keypad, second generation: the medical button for three seconds.
        KeypadMedical,
        /// The duress code.
        DuressCode,
        /// The duress password in a call.
        DuressPassword,
        /// A flood sensor.
        FloodSensor,
        /// A freeze sensor.
        FreezeSensor,
    }
}

impl Trigger {
    /// Every trigger.
    pub const ALL: [Self; 16] = [
        Self::ContactSensor,
        Self::MotionDetector,
        Self::GlassBreak,
        Self::SmokeListener,
        Self::SmokeAlarm,
        Self::CoListener,
        Self::CoAlarm,
        Self::PanicButton,
        Self::KeypadPanic,
        Self::KeypadPolice,
        Self::KeypadFire,
        Self::KeypadMedical,
        Self::DuressCode,
        Self::DuressPassword,
        Self::FloodSensor,
        Self::FreezeSensor,
    ];

    /// The kind whose plan follows. The keypad's fire and medical buttons follow the SOS (I1).
    pub const fn kind(self) -> Kind {
        match self {
            Self::ContactSensor | Self::MotionDetector | Self::GlassBreak => Kind::Burglar,
            Self::SmokeListener | Self::SmokeAlarm => Kind::Smoke,
            Self::CoListener | Self::CoAlarm => Kind::CarbonMonoxide,
            Self::PanicButton | Self::KeypadPanic | Self::KeypadPolice => Kind::Panic,
            Self::KeypadFire => Kind::SosFire,
            Self::KeypadMedical => Kind::SosMedical,
            Self::DuressCode | Self::DuressPassword => Kind::Duress,
            Self::FloodSensor => Kind::Flood,
            Self::FreezeSensor => Kind::Freeze,
        }
    }
}
