from company.billing import invoices


def lambda_handler(event, context):
    return [invoices.__name__, invoices.__package__]
