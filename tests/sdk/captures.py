"""Drives the simulator with MultiSafepay's official SDK, unchanged, and checks what the SDK makes of the answers."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile

# The SDK speaks to another server than MultiSafepay's only when both are set. A proxy would not find this computer.
os.environ["MSP_SDK_BUILD_PROFILE"] = "dev"
os.environ["MSP_SDK_ALLOW_CUSTOM_BASE_URL"] = "1"
os.environ["NO_PROXY"] = "127.0.0.1"

from multisafepay import Sdk  # noqa: E402
from multisafepay.api.paths.capture.request.capture_request import CaptureRequest  # noqa: E402
from multisafepay.api.paths.orders.order_id.capture.request.capture_request import CaptureOrderRequest  # noqa: E402
from multisafepay.api.paths.orders.request.components.gateway_info.creditcard import Creditcard  # noqa: E402
from multisafepay.api.paths.orders.request.order_request import OrderRequest  # noqa: E402
from requests import HTTPError  # noqa: E402

KEY = "0123456789abcdef0123456789abcdef01234567"
AMOUNT = 8995


@contextlib.contextmanager
def served(program):
    """The address of a simulator that knows the key and no order. It ends with the block."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as orders:
        json.dump([{"key": KEY}], orders)
        orders.flush()
        arguments = [program, "--listen", "127.0.0.1:0", "--orders", orders.name, "--ledger-log", os.devnull]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as running:
            try:
                yield running.stdout.readline().removeprefix("listening on ").strip()
            finally:
                running.terminate()


def answer(response):
    """What the SDK made of an answer. A warning says that it could not make anything of it."""
    assert getattr(response, "warnings", None) is None, response.warnings
    assert response.get_body_success() is True, response.get_raw()
    assert response.get_data() is not None, response.get_raw()
    return response.get_data()


def check(what, found, expected):
    assert found == expected, f"{what}: {found!r} instead of {expected!r}"


def refused(what, status, code, call):
    try:
        call()
    except HTTPError as error:
        check(f"{what}, status", error.response.status_code, status)
        check(f"{what}, code", error.response.json()["error_code"], code)
    else:
        raise AssertionError(f"{what} was not refused")


def create(sdk, order_id):
    card = Creditcard().add_card_number("4111111111111111").add_card_expiry_date("2811").add_cvc("123")
    request = OrderRequest().add_type("direct").add_order_id(order_id).add_currency("EUR").add_amount(AMOUNT)
    request = request.add_capture("manual").add_gateway("VISA").add_gateway_info(card).add_description("A test")
    order = answer(sdk.get_order_manager().create(request))
    check("created", (order.order_id, order.status, order.financial_status), (order_id, "completed", "initialized"))
    assert order.payment_url, "no payment page"


def capture(sdk, order_id, amount, reference):
    request = CaptureOrderRequest().add_amount(amount).add_new_order_id(reference).add_new_order_status("completed")
    return sdk.get_order_manager().capture(order_id, request.add_invoice_id("F-1").add_carrier("PostNL"))


def order(sdk, order_id):
    return answer(sdk.get_order_manager().get(order_id))


def remain(sdk, order_id):
    return order(sdk, order_id).payment_details.capture_remain


def captures_in_full(sdk):
    create(sdk, "SDK-1")
    check("remains", remain(sdk, "SDK-1"), AMOUNT)
    check("answered id", answer(capture(sdk, "SDK-1", AMOUNT, "SDK-1-C1")).order_id, "SDK-1")
    found = order(sdk, "SDK-1")
    check("captured", (found.status, found.financial_status, remain(sdk, "SDK-1")), ("completed", "completed", 0))
    refused("a second capture", 400, 1000, lambda: capture(sdk, "SDK-1", AMOUNT, "SDK-1-C2"))


def captures_in_part_and_cancels_the_rest(sdk):
    order_id = "SDK/2 b+ü"
    create(sdk, order_id)
    check("answered id", answer(capture(sdk, order_id, 2500, "SDK-2-C1")).order_id, "SDK-2-C1")
    check("remains", remain(sdk, order_id), AMOUNT - 2500)
    check("child", (order(sdk, "SDK-2-C1").amount, order(sdk, "SDK-2-C1").status), (2500, "completed"))
    related = order(sdk, order_id).related_transactions
    check("related", [(row.order_id, row.amount, row.type) for row in related], [("SDK-2-C1", 2500, "capture")])
    refused("the same reference", 400, 1006, lambda: capture(sdk, order_id, 100, "SDK-2-C1"))
    refused("more than remains", 400, 1001, lambda: capture(sdk, order_id, AMOUNT, "SDK-2-C2"))
    request = CaptureRequest().add_status("cancelled").add_reason("sold out")
    cancelled = answer(sdk.get_capture_manager().capture_reservation_cancel(order_id, request))
    check("cancelled", (cancelled.order_id, cancelled.success), (order_id, True))
    check("remains", remain(sdk, order_id), 0)


def asks_about_the_account(sdk):
    me = answer(sdk.get_me_manager().get())
    check("role", me.role, "merchant")
    gateways = [gateway.id for gateway in answer(sdk.get_gateway_manager().get_gateways())]
    assert "VISA" in gateways, gateways
    methods = [method.id for method in answer(sdk.get_payment_method_manager().get_payment_methods())]
    check("payment methods", methods, gateways)
    check("one of them", answer(sdk.get_payment_method_manager().get_by_gateway_code("VISA")).name, "Visa")


def walks_the_transactions(sdk):
    for number in range(3, 8):
        create(sdk, f"SDK-{number}")
    seen, after = [], {}
    while True:
        page = answer(sdk.get_transaction_manager().get_transactions({"limit": 2, "type": "payment", **after}))
        if not len(page):
            break
        assert len(page) <= 2, len(page)
        seen += [row.order_id for row in page]
        after = {"after": page.get_pager().cursor.after}
    check("all, once each", sorted(seen), sorted(["SDK-1", "SDK/2 b+ü", "SDK-2-C1"] + [f"SDK-{n}" for n in range(3, 8)]))


def is_refused_with_another_key(sdk):
    stranger = Sdk(api_key="another-key", base_url=sdk.get_client().url)
    refused("another key", 401, 1032, lambda: stranger.get_me_manager().get())


STEPS = [
    captures_in_full,
    captures_in_part_and_cancels_the_rest,
    asks_about_the_account,
    walks_the_transactions,
    is_refused_with_another_key,
]


def main(program):
    with served(program) as address:
        sdk = Sdk(api_key=KEY, base_url=f"{address}/v1/")
        for step in STEPS:
            step(sdk)
            print(f"ok {step.__name__}")


if __name__ == "__main__":
    main(*sys.argv[1:])
