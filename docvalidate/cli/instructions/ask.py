"""`docvalidate instructions ask`: the letter that asks the customer which version is in force for an order."""

import sys
from argparse import Namespace

from docvalidate.cli import console
from docvalidate.cli.completion import addresses, as_of, customer_of, registry_of
from docvalidate.registry import Registry
from docvalidate.reporters.question import as_eml, as_text, letter, question_of


def run(args: Namespace) -> int:
    """Write the letter, and put it on record if that is asked for. Raises UnknownCustomer or UnknownVersion."""
    registry, day, customer = Registry(registry_of(args)), as_of(args), customer_of(args)
    choice = registry.choose(customer, order=args.order, as_of=day, version=args.version)
    announced = frozenset(args.announced) if args.announced else None
    question = question_of(choice, args.order, announced=announced, answer_by=args.answer_by)
    to = addresses(args.to) or next((contact for contact in choice.policy.contacts if "@" in contact), None)
    language = console.language(args.lang)
    written = letter(question, to=to, sender=addresses(args.sender), language=language)
    message = as_eml(written, day)
    if args.record:
        # Before it is shown: a letter in hand that is not on record would be sent all the same.
        registry.asked(
            customer,
            order=args.order,
            version=question.asked,
            letter=message,
            answer_by=args.answer_by,
            as_of=day,
            recorded_by=args.recorded_by,
        )
    if to is None:
        sys.stderr.write(f"docvalidate: no contact of {customer} is on file: fill in whom the letter goes to\n")
    text = message.decode("ascii") if args.shown_as == "eml" else as_text(written, language)
    console.write(text, args.output)
    return 0
