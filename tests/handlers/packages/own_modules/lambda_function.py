import config
from shop import catalogue, pricing
from shop.pricing import discount as reduced


def lambda_handler(event, context):
    price = catalogue.PRICES[event["item"]]
    return {"price": pricing.with_tax(price), "reduced": reduced(price), "currency": config.CURRENCY, "all": catalogue.__all__}
