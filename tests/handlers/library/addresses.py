import ipaddress


def lambda_handler(event, context):
    network = ipaddress.ip_network(event["network"])
    caller = ipaddress.ip_address(event["sourceIp"])
    return {
        "allowed": caller in network,
        "private": caller.is_private,
        "hosts": [str(host) for host in list(network.hosts())[:2]],
        "count": network.num_addresses,
        "parts": [str(part) for part in network.subnets(prefixlen_diff=1)],
        "six": ipaddress.ip_address("2001:db8::1").exploded,
    }
