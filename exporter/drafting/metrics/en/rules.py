"""The rules by which English sentences name their figures, in the order in which they are asked."""

from collections.abc import Callable

from exporter.drafting.metrics.en.amounts import by_amount, by_time
from exporter.drafting.metrics.en.apart import by_what_is_apart
from exporter.drafting.metrics.en.as_before import by_as_before, by_done_before
from exporter.drafting.metrics.en.at_the_head import by_subject_behind
from exporter.drafting.metrics.en.bearers import by_bearer
from exporter.drafting.metrics.en.beats import by_beat
from exporter.drafting.metrics.en.beside import by_going, by_noun_beside, by_sided, by_with
from exporter.drafting.metrics.en.beside_figures import by_figure_beside
from exporter.drafting.metrics.en.beside_wholes import by_whole_beside
from exporter.drafting.metrics.en.business_sums import by_loan, by_outlay, by_profit, by_profit_seen
from exporter.drafting.metrics.en.chosen import by_chosen
from exporter.drafting.metrics.en.comparisons import by_comparison
from exporter.drafting.metrics.en.contributed_sums import by_contributed_sum
from exporter.drafting.metrics.en.contributions import by_contribution
from exporter.drafting.metrics.en.counts import by_count
from exporter.drafting.metrics.en.deals import by_deal
from exporter.drafting.metrics.en.dealt_with import by_dealing
from exporter.drafting.metrics.en.dues import by_due
from exporter.drafting.metrics.en.each_one import by_average, by_each_one
from exporter.drafting.metrics.en.earlier import by_part
from exporter.drafting.metrics.en.effects import by_effect
from exporter.drafting.metrics.en.elsewhere import by_measure_elsewhere
from exporter.drafting.metrics.en.ends_of_ranges import by_end_of_range
from exporter.drafting.metrics.en.excluded import of_what_is_excluded
from exporter.drafting.metrics.en.filed import by_filed_words
from exporter.drafting.metrics.en.forecasts import by_forecast
from exporter.drafting.metrics.en.further_ones import by_further_ones
from exporter.drafting.metrics.en.gerunds import by_gerund
from exporter.drafting.metrics.en.habits import by_habit
from exporter.drafting.metrics.en.hedged import by_hedge
from exporter.drafting.metrics.en.held_shares import by_held_share
from exporter.drafting.metrics.en.idioms import by_idiom
from exporter.drafting.metrics.en.in_turn import by_list
from exporter.drafting.metrics.en.items import by_item
from exporter.drafting.metrics.en.left_out import by_what_is_left_out
from exporter.drafting.metrics.en.listed_parts import by_listed_part
from exporter.drafting.metrics.en.looked_for import by_looked_for
from exporter.drafting.metrics.en.moved_by import by_moved_by
from exporter.drafting.metrics.en.moved_sums import by_difference, by_level_behind, by_step_behind
from exporter.drafting.metrics.en.moves import by_level_ahead, by_more_than
from exporter.drafting.metrics.en.multiples import by_multiple
from exporter.drafting.metrics.en.nouns import by_more, by_noun_before, by_noun_behind, by_price
from exporter.drafting.metrics.en.of_which import by_of_which
from exporter.drafting.metrics.en.openings import by_opening
from exporter.drafting.metrics.en.parts import by_kind
from exporter.drafting.metrics.en.parts_beside import by_part_beside
from exporter.drafting.metrics.en.parts_told import by_part_told
from exporter.drafting.metrics.en.past_levels import by_past_level
from exporter.drafting.metrics.en.payouts import by_payout
from exporter.drafting.metrics.en.people import by_leavers, by_looked_after, by_who_holds
from exporter.drafting.metrics.en.placed import by_place
from exporter.drafting.metrics.en.prices import by_piece, by_price_of_one, by_starting_price
from exporter.drafting.metrics.en.prices_moved import by_price_moved
from exporter.drafting.metrics.en.ratings_counted import by_rating
from exporter.drafting.metrics.en.relations import by_relation
from exporter.drafting.metrics.en.sequential import by_sequel
from exporter.drafting.metrics.en.set_phrases import by_set_phrase
from exporter.drafting.metrics.en.share_prices import by_share_price
from exporter.drafting.metrics.en.shares import by_share
from exporter.drafting.metrics.en.shares_again import by_share_again
from exporter.drafting.metrics.en.shares_to_come import by_share_to_come
from exporter.drafting.metrics.en.short_names import by_short_name
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.stakes import by_owner
from exporter.drafting.metrics.en.states import by_capacity
from exporter.drafting.metrics.en.sums import by_cost_of, by_sum_beside, by_sum_in, by_sum_of_things
from exporter.drafting.metrics.en.sums_disposed_of import by_disposal
from exporter.drafting.metrics.en.taken_up import by_what_is_taken_up
from exporter.drafting.metrics.en.things_before import by_thing_before
from exporter.drafting.metrics.en.told_behind import by_what_is_told_behind
from exporter.drafting.metrics.en.turns import by_turn
from exporter.drafting.metrics.en.users import by_user
from exporter.drafting.metrics.en.verbs import by_verb
from exporter.drafting.metrics.en.what_costs import by_what_costs
from exporter.drafting.metrics.en.what_is_there import by_what_is_there
from exporter.drafting.model import Guess

RULES: tuple[Callable[[Site], Guess[str] | None], ...] = (
    by_short_name,
    by_filed_words,
    by_multiple,
    by_rating,
    by_share_again,
    by_chosen,
    by_beat,
    by_subject_behind,
    by_looked_for,
    by_level_behind,
    by_difference,
    by_level_ahead,
    by_step_behind,
    by_sequel,
    by_what_is_left_out,
    by_what_is_taken_up,
    by_measure_elsewhere,
    by_opening,
    by_average,
    by_due,
    by_leavers,
    by_habit,
    by_price_moved,
    by_outlay,
    by_loan,
    by_profit,
    by_looked_after,
    by_thing_before,
    by_price_of_one,
    by_profit_seen,
    by_as_before,
    by_further_ones,
    by_held_share,
    by_each_one,
    by_of_which,
    by_part_beside,
    by_whole_beside,
    by_share_to_come,
    by_done_before,
    by_who_holds,
    by_effect,
    by_what_costs,
    by_item,
    by_past_level,
    by_owner,
    by_user,
    by_dealing,
    by_contribution,
    by_contributed_sum,
    by_moved_by,
    by_starting_price,
    by_piece,
    by_gerund,
    by_turn,
    by_what_is_there,
    by_hedge,
    by_capacity,
    by_figure_beside,
    by_bearer,
    by_place,
    by_deal,
    by_cost_of,
    by_payout,
    by_disposal,
    of_what_is_excluded,
    by_what_is_apart,
    by_share_price,
    by_what_is_told_behind,
    by_part_told,
    by_set_phrase,
    by_idiom,
    by_end_of_range,
    by_forecast,
    by_sum_in,
    by_sum_of_things,
    by_sum_beside,
    by_listed_part,
    by_list,
    by_kind,
    by_relation,
    by_with,
    by_sided,
    by_comparison,
    by_time,
    by_price,
    by_noun_before,
    by_more,
    by_noun_behind,
    by_share,
    by_count,
    by_amount,
    by_part,
    by_noun_beside,
    by_going,
    by_more_than,
    by_verb,
)
