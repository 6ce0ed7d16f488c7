// Generated from crates/protocol by `cargo xtask generate`. Do not edit.
import type { ResponsePlan } from './wire';

export const PLANS: readonly ResponsePlan[] = [
  {
    "kind": "sos_police",
    "setting": null,
    "course": "full",
    "service": "police",
    "siren": "sounds",
    "opens": "after_five_seconds",
    "first_step": {
      "decide": {
        "whom": "first",
        "not_reached": "dispatch",
        "no_decision": "as_not_reached",
        "wrong_password": "as_not_reached",
        "password": "as_enrolled",
        "cancel": "in_that_call",
        "after_cancel": "still_need_help"
      }
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "others_and_first_if_unreached",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "sos_fire",
    "setting": null,
    "course": "full",
    "service": "fire",
    "siren": "sounds",
    "opens": "after_five_seconds",
    "first_step": {
      "decide": {
        "whom": "first",
        "not_reached": "dispatch",
        "no_decision": "as_not_reached",
        "wrong_password": "as_not_reached",
        "password": "as_enrolled",
        "cancel": "in_that_call",
        "after_cancel": "still_need_help"
      }
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "others_and_first_if_unreached",
    "while_open": "notes_burglar",
    "visibility": "household"
  },
  {
    "kind": "sos_medical",
    "setting": null,
    "course": "full",
    "service": "medical",
    "siren": "announces",
    "opens": "after_five_seconds",
    "first_step": {
      "decide": {
        "whom": "first",
        "not_reached": "dispatch",
        "no_decision": "as_not_reached",
        "wrong_password": "as_not_reached",
        "password": "as_enrolled",
        "cancel": "in_that_call",
        "after_cancel": "still_need_help"
      }
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "others_and_first_if_unreached",
    "while_open": "notes_burglar",
    "visibility": "household"
  },
  {
    "kind": "siren_only",
    "setting": null,
    "course": "full",
    "service": null,
    "siren": "sounds",
    "opens": "after_five_seconds",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "burglar",
    "setting": "if_no_one_cancels",
    "course": "full",
    "service": "police",
    "siren": "sounds",
    "opens": "after_entry_delay",
    "first_step": {
      "decide": {
        "whom": "all_in_order",
        "not_reached": "dispatch",
        "no_decision": "next_contact",
        "wrong_password": "dispatch",
        "password": "always",
        "cancel": "until_dispatch",
        "after_cancel": "nothing"
      }
    },
    "disarm": "cancels",
    "cancel_in_app": "as_disarm",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "burglar",
    "setting": "only_if_i_say",
    "course": "full",
    "service": "police",
    "siren": "sounds",
    "opens": "after_entry_delay",
    "first_step": {
      "decide": {
        "whom": "all_in_order",
        "not_reached": "nobody_sent",
        "no_decision": "next_contact",
        "wrong_password": "dispatch",
        "password": "always",
        "cancel": "until_dispatch",
        "after_cancel": "nothing"
      }
    },
    "disarm": "cancels",
    "cancel_in_app": "as_disarm",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "smoke",
    "setting": null,
    "course": "full",
    "service": "fire",
    "siren": "sounds",
    "opens": "at_once",
    "first_step": {
      "decide": {
        "whom": "first",
        "not_reached": "dispatch",
        "no_decision": "as_not_reached",
        "wrong_password": "as_not_reached",
        "password": "always",
        "cancel": "in_that_call",
        "after_cancel": "nothing"
      }
    },
    "disarm": "passed_on",
    "cancel_in_app": "passed_on",
    "after_dispatch": "the_rest",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "carbon_monoxide",
    "setting": null,
    "course": "full",
    "service": "fire",
    "siren": "sounds",
    "opens": "at_once",
    "first_step": "dispatch",
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "all",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "panic",
    "setting": null,
    "course": "full",
    "service": "police",
    "siren": "sounds",
    "opens": "at_once",
    "first_step": {
      "decide": {
        "whom": "first",
        "not_reached": "dispatch",
        "no_decision": "dispatch",
        "wrong_password": "dispatch",
        "password": "always",
        "cancel": "in_that_call",
        "after_cancel": "tell_the_rest"
      }
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "the_rest",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "duress",
    "setting": null,
    "course": "full",
    "service": "police",
    "siren": "silent",
    "opens": "at_once",
    "first_step": "dispatch",
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "hidden"
  },
  {
    "kind": "flood",
    "setting": null,
    "course": "full",
    "service": null,
    "siren": "silent",
    "opens": "at_once",
    "first_step": {
      "tell": "first_then_second"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "freeze",
    "setting": null,
    "course": "full",
    "service": null,
    "siren": "silent",
    "opens": "at_once",
    "first_step": {
      "tell": "first_then_second"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "sos_police",
    "setting": null,
    "course": "practice",
    "service": null,
    "siren": "sounds",
    "opens": "after_five_seconds",
    "first_step": {
      "tell": "in_order"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "sos_fire",
    "setting": null,
    "course": "practice",
    "service": null,
    "siren": "sounds",
    "opens": "after_five_seconds",
    "first_step": {
      "tell": "in_order"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "sos_medical",
    "setting": null,
    "course": "practice",
    "service": null,
    "siren": "announces",
    "opens": "after_five_seconds",
    "first_step": {
      "tell": "in_order"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "siren_only",
    "setting": null,
    "course": "practice",
    "service": null,
    "siren": "sounds",
    "opens": "after_five_seconds",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "burglar",
    "setting": "if_no_one_cancels",
    "course": "practice",
    "service": null,
    "siren": "sounds",
    "opens": "after_entry_delay",
    "first_step": {
      "tell": "in_order"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "burglar",
    "setting": "only_if_i_say",
    "course": "practice",
    "service": null,
    "siren": "sounds",
    "opens": "after_entry_delay",
    "first_step": {
      "tell": "in_order"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "smoke",
    "setting": null,
    "course": "practice",
    "service": null,
    "siren": "sounds",
    "opens": "at_once",
    "first_step": {
      "tell": "in_order"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "carbon_monoxide",
    "setting": null,
    "course": "practice",
    "service": null,
    "siren": "sounds",
    "opens": "at_once",
    "first_step": {
      "tell": "in_order"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "panic",
    "setting": null,
    "course": "practice",
    "service": null,
    "siren": "sounds",
    "opens": "at_once",
    "first_step": {
      "tell": "in_order"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "duress",
    "setting": null,
    "course": "practice",
    "service": null,
    "siren": "silent",
    "opens": "at_once",
    "first_step": "ask_agent",
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "hidden"
  },
  {
    "kind": "flood",
    "setting": null,
    "course": "practice",
    "service": null,
    "siren": "silent",
    "opens": "at_once",
    "first_step": {
      "tell": "first_then_second"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "freeze",
    "setting": null,
    "course": "practice",
    "service": null,
    "siren": "silent",
    "opens": "at_once",
    "first_step": {
      "tell": "first_then_second"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "sos_police",
    "setting": null,
    "course": "drill",
    "service": "police",
    "siren": "sounds",
    "opens": "after_five_seconds",
    "first_step": {
      "decide": {
        "whom": "first",
        "not_reached": "dispatch",
        "no_decision": "as_not_reached",
        "wrong_password": "as_not_reached",
        "password": "as_enrolled",
        "cancel": "in_that_call",
        "after_cancel": "still_need_help"
      }
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "others_and_first_if_unreached",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "sos_fire",
    "setting": null,
    "course": "drill",
    "service": "fire",
    "siren": "sounds",
    "opens": "after_five_seconds",
    "first_step": {
      "decide": {
        "whom": "first",
        "not_reached": "dispatch",
        "no_decision": "as_not_reached",
        "wrong_password": "as_not_reached",
        "password": "as_enrolled",
        "cancel": "in_that_call",
        "after_cancel": "still_need_help"
      }
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "others_and_first_if_unreached",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "sos_medical",
    "setting": null,
    "course": "drill",
    "service": "medical",
    "siren": "announces",
    "opens": "after_five_seconds",
    "first_step": {
      "decide": {
        "whom": "first",
        "not_reached": "dispatch",
        "no_decision": "as_not_reached",
        "wrong_password": "as_not_reached",
        "password": "as_enrolled",
        "cancel": "in_that_call",
        "after_cancel": "still_need_help"
      }
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "others_and_first_if_unreached",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "siren_only",
    "setting": null,
    "course": "drill",
    "service": null,
    "siren": "sounds",
    "opens": "after_five_seconds",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "burglar",
    "setting": "if_no_one_cancels",
    "course": "drill",
    "service": "police",
    "siren": "sounds",
    "opens": "after_entry_delay",
    "first_step": {
      "decide": {
        "whom": "all_in_order",
        "not_reached": "dispatch",
        "no_decision": "next_contact",
        "wrong_password": "dispatch",
        "password": "always",
        "cancel": "until_dispatch",
        "after_cancel": "nothing"
      }
    },
    "disarm": "cancels",
    "cancel_in_app": "as_disarm",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "burglar",
    "setting": "only_if_i_say",
    "course": "drill",
    "service": "police",
    "siren": "sounds",
    "opens": "after_entry_delay",
    "first_step": {
      "decide": {
        "whom": "all_in_order",
        "not_reached": "nobody_sent",
        "no_decision": "next_contact",
        "wrong_password": "dispatch",
        "password": "always",
        "cancel": "until_dispatch",
        "after_cancel": "nothing"
      }
    },
    "disarm": "cancels",
    "cancel_in_app": "as_disarm",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "smoke",
    "setting": null,
    "course": "drill",
    "service": "fire",
    "siren": "sounds",
    "opens": "at_once",
    "first_step": {
      "decide": {
        "whom": "first",
        "not_reached": "dispatch",
        "no_decision": "as_not_reached",
        "wrong_password": "as_not_reached",
        "password": "always",
        "cancel": "in_that_call",
        "after_cancel": "nothing"
      }
    },
    "disarm": "passed_on",
    "cancel_in_app": "passed_on",
    "after_dispatch": "the_rest",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "carbon_monoxide",
    "setting": null,
    "course": "drill",
    "service": "fire",
    "siren": "sounds",
    "opens": "at_once",
    "first_step": "dispatch",
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "all",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "panic",
    "setting": null,
    "course": "drill",
    "service": "police",
    "siren": "sounds",
    "opens": "at_once",
    "first_step": {
      "decide": {
        "whom": "first",
        "not_reached": "dispatch",
        "no_decision": "dispatch",
        "wrong_password": "dispatch",
        "password": "always",
        "cancel": "in_that_call",
        "after_cancel": "tell_the_rest"
      }
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "the_rest",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "duress",
    "setting": null,
    "course": "drill",
    "service": "police",
    "siren": "silent",
    "opens": "at_once",
    "first_step": "dispatch",
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "hidden"
  },
  {
    "kind": "flood",
    "setting": null,
    "course": "drill",
    "service": null,
    "siren": "silent",
    "opens": "at_once",
    "first_step": {
      "tell": "first_then_second"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "freeze",
    "setting": null,
    "course": "drill",
    "service": null,
    "siren": "silent",
    "opens": "at_once",
    "first_step": {
      "tell": "first_then_second"
    },
    "disarm": "no_effect",
    "cancel_in_app": "no_effect",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "sos_police",
    "setting": null,
    "course": "unmonitored",
    "service": null,
    "siren": "sounds",
    "opens": "after_five_seconds",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "sos_fire",
    "setting": null,
    "course": "unmonitored",
    "service": null,
    "siren": "sounds",
    "opens": "after_five_seconds",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "sos_medical",
    "setting": null,
    "course": "unmonitored",
    "service": null,
    "siren": "announces",
    "opens": "after_five_seconds",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "siren_only",
    "setting": null,
    "course": "unmonitored",
    "service": null,
    "siren": "sounds",
    "opens": "after_five_seconds",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "burglar",
    "setting": "if_no_one_cancels",
    "course": "unmonitored",
    "service": null,
    "siren": "sounds",
    "opens": "after_entry_delay",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "burglar",
    "setting": "only_if_i_say",
    "course": "unmonitored",
    "service": null,
    "siren": "sounds",
    "opens": "after_entry_delay",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "smoke",
    "setting": null,
    "course": "unmonitored",
    "service": null,
    "siren": "sounds",
    "opens": "at_once",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "carbon_monoxide",
    "setting": null,
    "course": "unmonitored",
    "service": null,
    "siren": "sounds",
    "opens": "at_once",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "panic",
    "setting": null,
    "course": "unmonitored",
    "service": null,
    "siren": "sounds",
    "opens": "at_once",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "duress",
    "setting": null,
    "course": "unmonitored",
    "service": null,
    "siren": "silent",
    "opens": "at_once",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "hidden"
  },
  {
    "kind": "flood",
    "setting": null,
    "course": "unmonitored",
    "service": null,
    "siren": "silent",
    "opens": "at_once",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  },
  {
    "kind": "freeze",
    "setting": null,
    "course": "unmonitored",
    "service": null,
    "siren": "silent",
    "opens": "at_once",
    "first_step": "siren_alone",
    "disarm": "no_effect",
    "cancel_in_app": "stops_siren",
    "after_dispatch": "nobody",
    "while_open": "own_incident",
    "visibility": "household"
  }
];
