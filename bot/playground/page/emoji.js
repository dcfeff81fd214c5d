// The emoji that people and bots use here, by Slack's names.

const EMOJI = {
  "+1": "👍", thumbsup: "👍", "-1": "👎", thumbsdown: "👎", white_check_mark: "✅", heavy_check_mark: "✔️",
  x: "❌", warning: "⚠️", rotating_light: "🚨", eyes: "👀", pray: "🙏", tada: "🎉", memo: "📝", pencil: "📝",
  calendar: "📅", date: "📅", spiral_calendar_pad: "🗓️", alarm_clock: "⏰", hourglass: "⌛", hourglass_flowing_sand: "⏳",
  books: "📚", book: "📖", bookmark: "🔖", mag: "🔍", bulb: "💡", point_right: "👉", question: "❓", grey_question: "❔",
  information_source: "ℹ️", bar_chart: "📊", chart_with_upwards_trend: "📈", abacus: "🧮", triangular_ruler: "📐",
  scales: "⚖️", balance_scale: "⚖️", round_pushpin: "📍", pushpin: "📌", paperclip: "📎", page_facing_up: "📄",
  clipboard: "📋", bell: "🔔", no_bell: "🔕", red_circle: "🔴", large_yellow_circle: "🟡", large_green_circle: "🟢",
  large_blue_circle: "🔵", white_circle: "⚪", star: "⭐", fire: "🔥", wave: "👋", smile: "😄", thinking_face: "🤔",
  arrow_right: "➡️", arrow_up: "⬆️", arrow_down: "⬇️", heavy_plus_sign: "➕", heavy_minus_sign: "➖", robot_face: "🤖",
  office: "🏢", moneybag: "💰", gear: "⚙️", lock: "🔒", link: "🔗", house: "🏠", speech_balloon: "💬", heart: "❤️",
};

/** The character for an emoji's name; the name between colons where it is not known. */
export function emoji(name) {
  return EMOJI[name] ?? `:${name}:`;
}

/** The reactions that the page offers. */
export const REACTIONS = ["+1", "-1", "eyes", "white_check_mark", "pray", "heart"];
